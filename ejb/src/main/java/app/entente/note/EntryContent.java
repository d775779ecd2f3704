package app.entente.note;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * All that is typed in an entry, as it is typed.
 *
 * @param values what stands in each field, by its code; a field that is not there is empty
 * @param said the statements, in their order
 */
public record EntryContent(Map<String, String> values, List<Said> said) {

    /** Longest whole text of an entry, in characters. */
    public static final int LONGEST = 400_000;

    /** A copy without empty fields; line ends are those of the server. */
    public EntryContent {
        Map<String, String> kept = new LinkedHashMap<>();
        values.forEach((code, text) -> {
            if (text != null && !text.isEmpty()) {
                kept.put(code, text.replace("\r\n", "\n").replace("\u0000", ""));
            }
        });
        values = kept;
        said = said.stream().map(s -> new Said(s.text().replace("\r\n", "\n").replace("\u0000", ""), s.source(), s.context(), s.shelf())).toList();
    }

    /** Nothing yet. */
    public static EntryContent nothing() {
        return new EntryContent(Map.of(), List.of());
    }

    /** What stands in a field; empty when there is nothing. */
    public String value(String code) {
        return values.getOrDefault(code, "");
    }

    /** Whether a field says nothing. */
    public boolean blank(String code) {
        return value(code).isBlank();
    }

    /** The same with another text in one field. */
    public EntryContent with(String code, String text) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(code, text);
        return new EntryContent(changed, said);
    }

    /** The same with these statements. */
    public EntryContent saying(List<Said> statements) {
        return new EntryContent(values, statements);
    }

    /** The statements that say something. */
    public List<Said> statements() {
        return said.stream().filter(s -> !s.blank()).toList();
    }

    /** How many characters there are. */
    public int length() {
        return values.values().stream().mapToInt(String::length).sum() + said.stream().mapToInt(s -> s.text().length()).sum();
    }

    /** Both texts in one: where they differ, one after the other; where one holds the other, the longer. Nothing of either is left out. */
    public EntryContent united(EntryContent other) {
        Map<String, String> both = new LinkedHashMap<>();
        Set<String> codes = new LinkedHashSet<>(values.keySet());
        codes.addAll(other.values.keySet());
        codes.forEach(code -> both.put(code, united(value(code), other.value(code))));
        List<Said> statements = new ArrayList<>();
        for (int i = 0; i < Math.max(said.size(), other.said.size()); i++) {
            if (i >= said.size()) {
                statements.add(other.said.get(i));
            } else if (i >= other.said.size()) {
                statements.add(said.get(i));
            } else {
                unite(said.get(i), other.said.get(i), statements);
            }
        }
        return new EntryContent(both, statements);
    }

    private static void unite(Said one, Said another, List<Said> statements) {
        boolean alike = java.util.Objects.equals(one.source(), another.source()) && one.context().equals(another.context()) && one.shelf().equals(another.shelf());
        if (alike) {
            statements.add(new Said(united(one.text(), another.text()), one.source(), one.context(), one.shelf()));
        } else {
            statements.add(one);
            statements.add(another);
        }
    }

    private static String united(String one, String another) {
        if (one.contains(another)) {
            return one;
        }
        return another.contains(one) ? another : one.stripTrailing() + "\n\n" + another;
    }

    /** The content as JSON, to keep. */
    public String json() {
        JsonObjectBuilder fields = Json.createObjectBuilder();
        values.forEach(fields::add);
        JsonArrayBuilder statements = Json.createArrayBuilder();
        said.forEach(s -> {
            JsonObjectBuilder statement = Json.createObjectBuilder().add("text", s.text()).add("context", s.context()).add("shelf", s.shelf());
            if (s.source() != null) {
                statement.add("source", s.source().toString());
            }
            statements.add(statement);
        });
        return Json.createObjectBuilder().add("values", fields).add("said", statements).build().toString();
    }

    /** The content that {@link #json} kept. */
    public static EntryContent of(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject kept = reader.readObject();
            Map<String, String> values = new LinkedHashMap<>();
            kept.getJsonObject("values").forEach((code, text) -> values.put(code, ((JsonString) text).getString()));
            List<Said> said = kept.getJsonArray("said").getValuesAs(JsonObject.class).stream().map(s -> new Said(s.getString("text"),
                s.containsKey("source") ? UUID.fromString(s.getString("source")) : null, s.getString("context"), s.getString("shelf"))).toList();
            return new EntryContent(values, said);
        }
    }
}
