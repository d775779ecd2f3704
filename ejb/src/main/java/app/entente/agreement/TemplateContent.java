package app.entente.agreement;

import app.entente.kernel.Bilingual;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/**
 * What a template version says, read from the document that keeps it.
 *
 * @param code name of the template
 * @param title title of the document
 * @param variables what is filled in
 * @param clauses the text, clause by clause
 * @param consents what is asked for beside the signature
 */
public record TemplateContent(String code, Bilingual title, List<Variable> variables, List<Clause> clauses, List<Consent> consents) {

    /**
     * Something to fill in.
     *
     * @param kind text, longtext, money (minor units), number, date (ISO) or choice (an option's code)
     * @param group which part of the form it stands in
     * @param fallback its value until somebody writes another; both empty when there is none
     */
    public record Variable(String code, Bilingual label, Bilingual help, String kind, String group, boolean required, Bilingual fallback,
        List<Option> options) {
    }

    /** One choice. */
    public record Option(String code, Bilingual label) {
    }

    /** One clause. {@code when} is a condition on a variable, or empty. */
    public record Clause(String code, String group, Bilingual title, Bilingual body, boolean optional, String when, boolean annex) {
    }

    /** One consent. The help has a register, the text has none: it is the person's own voice. */
    public record Consent(String code, boolean required, String clause, Bilingual text, Bilingual help, Bilingual helpTu, String when) {
    }

    /** Reads the document of a template version. */
    public static TemplateContent read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject root = reader.readObject();
            return new TemplateContent(root.getString("code"), text(root, "title"),
                objects(root, "variables").stream().map(TemplateContent::variable).toList(),
                objects(root, "clauses").stream().map(c -> new Clause(c.getString("code"), c.getString("group"), text(c, "title"), text(c, "body"),
                    c.getBoolean("optional", false), c.getString("when", ""), c.getBoolean("annex", false))).toList(),
                objects(root, "consents").stream().map(c -> new Consent(c.getString("code"), c.getBoolean("required"), c.getString("clause"),
                    text(c, "text"), text(c, "help"), text(c, "helpTu"), c.getString("when", ""))).toList());
        }
    }

    private static Variable variable(JsonObject json) {
        return new Variable(json.getString("code"), text(json, "label"), text(json, "help"), json.getString("kind"), json.getString("group"),
            json.getBoolean("required"), fallback(json.get("default")),
            objects(json, "options").stream().map(o -> new Option(o.getString("code"), text(o, "label"))).toList());
    }

    private static Bilingual fallback(JsonValue value) {
        if (value == null) {
            return new Bilingual("", "");
        }
        return switch (value.getValueType()) {
            case OBJECT -> new Bilingual(value.asJsonObject().getString("fr"), value.asJsonObject().getString("en"));
            case STRING -> new Bilingual(((JsonString) value).getString(), ((JsonString) value).getString());
            default -> new Bilingual(value.toString(), value.toString());
        };
    }

    private static Bilingual text(JsonObject json, String name) {
        JsonObject text = json.getJsonObject(name);
        return text == null ? new Bilingual("", "") : new Bilingual(text.getString("fr"), text.getString("en"));
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        return json.containsKey(name) ? json.getJsonArray(name).getValuesAs(JsonObject.class) : List.of();
    }
}
