package app.entente.agreement;

import app.entente.agreement.TemplateContent.Clause;
import app.entente.agreement.TemplateContent.Consent;
import app.entente.agreement.TemplateContent.Variable;
import app.entente.kernel.LongDate;
import app.entente.kernel.Money;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template filled in, in one language: rule 3. What a person left empty stays empty here; nothing is made up.
 *
 * @param content the template
 * @param values what was filled in, by variable
 * @param facts what the practice, the client and the service say of themselves, by built-in name
 * @param leftOut optional clauses that were left out
 * @param locale language and place
 * @param currency of the amounts
 */
public record AgreementText(TemplateContent content, Map<String, String> values, Map<String, String> facts, Set<String> leftOut, Locale locale,
    String currency) {

    /** Built-in names that may be empty. */
    static final Set<String> MAY_BE_EMPTY = Set.of("representative", "payer", "client.birthDate", "approaches");
    private static final Pattern NAME = Pattern.compile("\\{\\{([A-Za-z_.]+)}}");

    /** A clause as it will stand in the document. */
    public record Filled(String code, String title, String body) {
    }

    /** The clauses, filled in; annexes last. */
    public List<Filled> clauses() {
        return included().map(c -> new Filled(c.code(), c.title().in(language()), fill(c.body().in(language())))).filter(c -> !c.body().isBlank()).toList();
    }

    /** The consents that go with these clauses. */
    public List<Consent> consents() {
        Set<String> codes = new LinkedHashSet<>();
        included().forEach(c -> codes.add(c.code()));
        return content.consents().stream().filter(c -> codes.contains(c.clause()) && met(c.when())).toList();
    }

    /** The text of a consent, filled in. */
    public String text(Consent consent) {
        return fill(consent.text().in(language()));
    }

    /** Names of what must be filled in before sending and is not: variables and built-ins. */
    public List<String> missing() {
        Set<String> missing = new LinkedHashSet<>();
        included().forEach(clause -> {
            Matcher names = NAME.matcher(clause.body().getFr());
            while (names.find()) {
                String name = names.group(1);
                Optional<Variable> variable = variable(name);
                boolean needed = variable.map(Variable::required).orElse(!MAY_BE_EMPTY.contains(name));
                if (needed && value(name).isBlank()) {
                    missing.add(name);
                }
            }
        });
        content.variables().stream().filter(v -> v.required() && value(v.code()).isBlank()).forEach(v -> missing.add(v.code()));
        return List.copyOf(missing);
    }

    private java.util.stream.Stream<Clause> included() {
        return content.clauses().stream()
            .filter(c -> !(c.optional() && leftOut.contains(c.code())) && met(c.when()))
            .sorted(java.util.Comparator.comparing(Clause::annex));
    }

    private boolean met(String when) {
        if (when.isEmpty()) {
            return true;
        }
        String[] parts = when.split(":", 2);
        String given = "language".equals(parts[0]) ? language() : raw(parts[0]);
        return parts.length == 1 ? !given.isBlank() : Arrays.asList(parts[1].split("\\|")).contains(given);
    }

    /** Paragraph by paragraph and item by item: one that names an empty optional field is left out whole. */
    private String fill(String body) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : body.split("\n\n")) {
            List<String> lines = paragraph.lines().filter(line -> !namesNothing(line)).map(this::replace).toList();
            if (!lines.isEmpty()) {
                paragraphs.add(String.join("\n", lines));
            }
        }
        return String.join("\n\n", paragraphs);
    }

    private boolean namesNothing(String line) {
        Matcher names = NAME.matcher(line);
        while (names.find()) {
            boolean optional = variable(names.group(1)).map(v -> !v.required()).orElse(MAY_BE_EMPTY.contains(names.group(1)));
            if (optional && value(names.group(1)).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private String replace(String line) {
        String filled = NAME.matcher(line).replaceAll(name -> Matcher.quoteReplacement(value(name.group(1)).strip()));
        return filled.replaceAll("(?<!\\.)\\.\\.(?!\\.)", ".");
    }

    /** What stands for a name, as the place writes it; empty when nothing was given. */
    private String value(String name) {
        Optional<Variable> variable = variable(name);
        return variable.isEmpty() ? facts.getOrDefault(name, "") : show(variable.get(), raw(name));
    }

    /** What is no amount, no date and none of the choices is nothing, and so stays missing. */
    private String show(Variable variable, String raw) {
        if (raw.isBlank()) {
            return "";
        }
        try {
            return read(variable, raw.strip());
        } catch (NumberFormatException | DateTimeParseException e) {
            return "";
        }
    }

    private String read(Variable variable, String raw) {
        return switch (variable.kind()) {
            case "money" -> new Money(Long.parseLong(raw), currency).format(locale);
            case "date" -> LongDate.of(LocalDate.parse(raw), locale);
            case "choice" -> variable.options().stream().filter(o -> o.code().equals(raw)).findFirst().map(o -> o.label().in(language())).orElse("");
            default -> raw;
        };
    }

    /** What was written; where the French default was left untouched, the default of this language. */
    private String raw(String name) {
        Optional<Variable> variable = variable(name);
        String written = values.getOrDefault(name, "");
        if (variable.isPresent() && written.equals(variable.get().fallback().getFr())) {
            return variable.get().fallback().in(language());
        }
        return variable.isPresent() ? written : facts.getOrDefault(name, "");
    }

    private Optional<Variable> variable(String name) {
        return content.variables().stream().filter(v -> v.code().equals(name)).findFirst();
    }

    private String language() {
        return locale.getLanguage();
    }
}
