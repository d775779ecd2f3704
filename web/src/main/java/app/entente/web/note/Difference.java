package app.entente.web.note;

import app.entente.note.EntryContent;
import app.entente.note.EntryKind;
import app.entente.note.Said;
import app.entente.note.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A place where two texts of one draft differ. */
public record Difference(String label, String saved, String other) {

    static List<Difference> between(EntryContent saved, EntryContent other, UnaryOperator<String> label, EntryKind kind, String statement, String rest) {
        List<Difference> differences = new ArrayList<>();
        List<String> known = kind.sections().stream().map(Section::code).toList();
        known.stream().filter(code -> !saved.value(code).equals(other.value(code)))
            .forEach(code -> differences.add(new Difference(label.apply(code), saved.value(code), other.value(code))));
        for (int i = 0; i < Math.max(saved.said().size(), other.said().size()); i++) {
            String one = text(saved, i);
            String another = text(other, i);
            if (!one.equals(another)) {
                differences.add(new Difference(statement + " " + (i + 1), one, another));
            }
        }
        Set<String> others = new LinkedHashSet<>(saved.values().keySet());
        others.addAll(other.values().keySet());
        boolean elsewhere = others.stream().anyMatch(code -> !known.contains(code) && !saved.value(code).equals(other.value(code)));
        if (elsewhere || differences.isEmpty()) {
            differences.add(new Difference(rest, "", ""));
        }
        return differences;
    }

    private static String text(EntryContent content, int i) {
        return i < content.said().size() ? content.said().get(i).text() : "";
    }

    /** The text that is there and not in the signed one, section by section. */
    static String added(EntryContent signed, List<Said> statements, EntryContent other, EntryKind kind, UnaryOperator<String> label) {
        List<String> parts = new ArrayList<>();
        kind.sections().stream().map(Section::code).filter(code -> !other.blank(code) && !other.value(code).equals(signed.value(code)))
            .forEach(code -> parts.add(label.apply(code) + "\n" + other.value(code)));
        other.statements().stream().map(Said::text).filter(text -> statements.stream().noneMatch(s -> s.text().strip().equals(text.strip()))).forEach(parts::add);
        return String.join("\n\n", parts);
    }
}
