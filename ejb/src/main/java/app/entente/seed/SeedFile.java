package app.entente.seed;

import app.entente.kernel.Bilingual;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the seed files. A text is {@code {"fr": …, "en": …}}, with another French where a place says it otherwise. */
final class SeedFile {

    static final Bilingual NOTHING = new Bilingual("", "");

    private SeedFile() {
    }

    /** The file of that name beside this class. */
    static JsonObject read(String name) {
        try (InputStream in = SeedFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no seed file " + name);
            }
            try (JsonReader reader = Json.createReader(in)) {
                return reader.readObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text under a key, in the French of a place; empty when there is none. */
    static Bilingual text(JsonObject from, String key, String place) {
        return from.containsKey(key) && !from.isNull(key) ? text(from.get(key), place) : NOTHING;
    }

    /** A text, in the French of a place ({@code fr-FR}, {@code fr-CA}); a plain string is the same in both languages. */
    static Bilingual text(JsonValue value, String place) {
        if (value instanceof JsonString string) {
            return new Bilingual(string.getString(), string.getString());
        }
        JsonObject text = value.asJsonObject();
        return new Bilingual(text.getString(place, text.getString("fr")), text.getString("en"));
    }

    /** A list of texts as one, an item a line. */
    static Bilingual lines(JsonObject from, String key, String place) {
        List<Bilingual> items = from.getJsonArray(key).stream().map(item -> text(item, place)).toList();
        return new Bilingual(items.stream().map(Bilingual::getFr).collect(Collectors.joining("\n")),
            items.stream().map(Bilingual::getEn).collect(Collectors.joining("\n")));
    }

    static List<JsonObject> objects(JsonObject from, String key) {
        JsonArray array = from.getJsonArray(key);
        return array == null ? List.of() : array.getValuesAs(JsonObject.class);
    }

    static List<String> strings(JsonObject from, String key) {
        JsonArray array = from.getJsonArray(key);
        return array == null ? List.of() : array.getValuesAs(JsonString::getString);
    }

    /** A string; null when there is none. */
    static String string(JsonObject from, String key) {
        return from.getString(key, null);
    }

    /** A whole number; null when there is none. */
    static Integer number(JsonObject from, String key) {
        return from.containsKey(key) && !from.isNull(key) ? Integer.valueOf(from.getInt(key)) : null;
    }

    /** An ISO date; null when there is none. */
    static LocalDate date(JsonObject from, String key) {
        return from.containsKey(key) && !from.isNull(key) ? LocalDate.parse(from.getString(key)) : null;
    }

    /** The entry with a code. */
    static JsonObject coded(List<JsonObject> entries, String code) {
        return entries.stream().filter(entry -> code.equals(entry.getString("code"))).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("nothing with code " + code));
    }

    /** An entry completed by the catalogue's of the same code: what it says itself wins. */
    static JsonObject over(JsonObject entry, List<JsonObject> catalogue) {
        return catalogue.stream().filter(other -> entry.getString("code").equals(other.getString("code"))).findFirst()
            .map(other -> Json.createObjectBuilder(other).addAll(Json.createObjectBuilder(entry)).build()).orElse(entry);
    }
}
