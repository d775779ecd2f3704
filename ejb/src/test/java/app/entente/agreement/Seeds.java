package app.entente.agreement;

import app.entente.agreement.TemplateContent.Variable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The two templates that practices adopt, and what fills them in. */
final class Seeds {

    private Seeds() {
    }

    /** The template of a profession: {@code ts} or {@code pair_aidant}. */
    static TemplateContent template(String profession) {
        try (InputStream seed = AgreementTemplates.class.getResourceAsStream("/app/entente/seed/agreement-" + profession + ".json")) {
            return TemplateContent.read(new String(seed.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The place where a template is at home. */
    static Locale place(String profession) {
        return "ts".equals(profession) ? Locale.CANADA_FRENCH : Locale.FRANCE;
    }

    /** Everything the template asks for, and nothing that may stay empty: the defaults, and words where there is none. */
    static Map<String, String> values(TemplateContent content) {
        Map<String, String> values = new HashMap<>();
        content.variables().stream().filter(Variable::required).forEach(v -> values.put(v.code(), v.fallback().getFr().isEmpty() ? word(v) : v.fallback().getFr()));
        return values;
    }

    /** Something written for a variable. */
    static String word(Variable variable) {
        return switch (variable.kind()) {
            case "money" -> "123456";
            case "number" -> "48";
            case "date" -> "2026-12-01";
            case "choice" -> variable.options().get(0).code();
            default -> "écrit pour " + variable.code();
        };
    }

    /** What practice, client and service say of themselves, those that may be empty left empty. */
    static Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        Set.of("practice.legalName", "practice.title", "practice.order", "practice.permit", "practice.siret", "practice.status", "practice.address", "practice.phone",
            "practice.email", "practice.privacyOfficer", "practice.mediator", "client.name", "client.contact", "service.title", "service.minutes", "service.price",
            "service.tax", "today").forEach(name -> facts.put(name, "fait " + name.replace('.', ' ')));
        AgreementText.MAY_BE_EMPTY.forEach(name -> facts.put(name, ""));
        return facts;
    }

    /** The template filled in where it is at home. */
    static AgreementText filled(String profession) {
        TemplateContent content = template(profession);
        return new AgreementText(content, values(content), facts(), Set.of(), place(profession), "ts".equals(profession) ? "CAD" : "EUR");
    }

    static AgreementText with(AgreementText text, String variable, String value) {
        Map<String, String> values = new HashMap<>(text.values());
        values.put(variable, value);
        return new AgreementText(text.content(), values, text.facts(), text.leftOut(), text.locale(), text.currency());
    }

    static AgreementText knowing(AgreementText text, String name, String fact) {
        Map<String, String> facts = new HashMap<>(text.facts());
        facts.put(name, fact);
        return new AgreementText(text.content(), text.values(), facts, text.leftOut(), text.locale(), text.currency());
    }

    static AgreementText in(AgreementText text, Locale locale) {
        return new AgreementText(text.content(), text.values(), text.facts(), text.leftOut(), locale, text.currency());
    }

    static AgreementText without(AgreementText text, String... clauses) {
        return new AgreementText(text.content(), text.values(), text.facts(), Set.of(clauses), text.locale(), text.currency());
    }

    /** The whole text, clause after clause, then the consents. */
    static String words(AgreementText text) {
        StringBuilder words = new StringBuilder();
        text.clauses().forEach(c -> words.append(c.title()).append('\n').append(c.body()).append('\n'));
        text.consents().forEach(c -> words.append(text.text(c)).append('\n'));
        return words.toString();
    }

    /** The body of a clause, its colons and semicolons with a plain space before them; empty when it is left out. */
    static String clause(AgreementText text, String code) {
        return text.clauses().stream().filter(c -> c.code().equals(code)).findFirst().map(c -> c.body().replaceAll("[\u00A0\u202F](?=[:;])", " ")).orElse("");
    }
}
