package app.entente.receipt;

import app.entente.document.CheckMark;
import app.entente.document.DocumentSource;
import app.entente.document.Html;
import app.entente.document.Letterhead;
import app.entente.document.Paper;
import app.entente.document.SignatureBlock;
import app.entente.document.Table;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every word of a receipt's document, as it is frozen when the receipt is issued. What changes later in the practice, the law texts or the
 * application changes nothing here.
 *
 * @param title above the text: Reçu 2026-0001
 * @param description for the metadata; names nobody
 * @param subtitle under the title
 * @param language language tag of the whole
 * @param paper name of the sheet
 * @param letterhead who writes
 * @param facts what a reader looks for, in order
 * @param words titles of the columns of words
 * @param figures titles of the columns of figures, which come after
 * @param row the one line of the table
 * @param total words and amount of the closing line
 * @param mention what the law asks to be said of tax
 * @param signature name, quality and detail
 */
public record ReceiptContent(String title, String description, String subtitle, String language, String paper, Letterhead letterhead,
    Map<String, String> facts, List<String> words, List<String> figures, List<String> row, List<String> total, String mention,
    List<String> signature) {

    /** The document to print, with its check code. */
    public DocumentSource source(CheckMark check) {
        Table table = new Table();
        words.forEach(table::column);
        figures.forEach(table::amounts);
        table.row(row.toArray(String[]::new));
        int columns = words.size() + figures.size();
        table.total(Stream.of(Stream.of(total.get(0)), Stream.generate(() -> "").limit(columns - 2L), Stream.of(total.get(1)))
            .flatMap(cells -> cells).toArray(String[]::new));
        return DocumentSource.titled(title, description, Locale.forLanguageTag(language)).on(Paper.valueOf(paper)).from(letterhead).under(subtitle)
            .saying(Html.facts(facts), table.html(), Html.small(mention),
                SignatureBlock.html(List.of(SignatureBlock.typed(signature.get(0), signature.get(1), signature.get(2)))))
            .checkedBy(check);
    }

    /** The words as JSON, to keep. */
    public String json() {
        JsonArrayBuilder pairs = Json.createArrayBuilder();
        facts.forEach((name, value) -> pairs.add(array(List.of(name, value))));
        return Json.createObjectBuilder().add("title", title).add("description", description).add("subtitle", subtitle)
            .add("language", language).add("paper", paper)
            .add("letterhead", Json.createObjectBuilder().add("name", letterhead.name()).add("qualities", array(letterhead.qualities()))
                .add("contact", array(letterhead.contact())).add("accent", letterhead.accent()))
            .add("facts", pairs).add("words", array(words)).add("figures", array(figures)).add("row", array(row)).add("total", array(total))
            .add("mention", mention).add("signature", array(signature)).build().toString();
    }

    /** The words that {@link #json} kept. */
    static ReceiptContent of(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject kept = reader.readObject();
            JsonObject head = kept.getJsonObject("letterhead");
            Map<String, String> facts = new LinkedHashMap<>();
            kept.getJsonArray("facts").getValuesAs(JsonArray.class).forEach(pair -> facts.put(pair.getString(0), pair.getString(1)));
            return new ReceiptContent(kept.getString("title"), kept.getString("description"), kept.getString("subtitle"),
                kept.getString("language"), kept.getString("paper"),
                new Letterhead(head.getString("name"), list(head, "qualities"), list(head, "contact"), head.getString("accent")),
                facts, list(kept, "words"), list(kept, "figures"), list(kept, "row"), list(kept, "total"), kept.getString("mention"),
                list(kept, "signature"));
        }
    }

    private static JsonArrayBuilder array(List<String> items) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        items.forEach(array::add);
        return array;
    }

    private static List<String> list(JsonObject kept, String name) {
        return kept.getJsonArray(name).getValuesAs(JsonString::getString);
    }
}
