package app.entente.document;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a frozen document was made of, kept beside its bytes: the page that people read on screen is this text, and the signatures are
 * added behind this text when the document is completed. The attachment and the check mark are not kept; they come with the completion.
 */
public final class FrozenSource {

    private FrozenSource() {
    }

    /** The source as bytes to keep. */
    public static byte[] write(DocumentSource source) {
        JsonObjectBuilder json = Json.createObjectBuilder()
            .add("title", source.title())
            .add("description", source.description())
            .add("language", source.language().toLanguageTag())
            .add("paper", source.paper().name())
            .add("subtitle", source.subtitle())
            .add("body", source.body().markup());
        source.letterhead().ifPresent(head -> json.add("letterhead", Json.createObjectBuilder()
            .add("name", head.name()).add("qualities", array(head.qualities())).add("contact", array(head.contact())).add("accent", head.accent())));
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The source that was kept. */
    public static DocumentSource read(byte[] bytes) {
        try (JsonReader reader = Json.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            JsonObject json = reader.readObject();
            Optional<Letterhead> head = Optional.ofNullable(json.getJsonObject("letterhead")).map(h -> new Letterhead(h.getString("name"),
                list(h, "qualities"), list(h, "contact"), h.getString("accent")));
            return new DocumentSource(json.getString("title"), json.getString("description"), Locale.forLanguageTag(json.getString("language")),
                Paper.valueOf(json.getString("paper")), head, json.getString("subtitle"), Html.kept(json.getString("body")),
                Optional.empty(), Optional.empty());
        }
    }

    /** The text as markup for a page; everything in it was escaped when it was made. */
    public static String markup(DocumentSource source) {
        return source.body().markup();
    }

    private static JsonArrayBuilder array(List<String> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }

    private static List<String> list(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }
}
