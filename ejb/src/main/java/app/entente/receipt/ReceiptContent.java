package app.entente.receipt;

import app.entente.document.Attachment;
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
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * @param figures titles of the columns of figures, which come after; the last is the amount
 * @param rows the lines, one service on one day each
 * @param totals words and amount of each closing line; the last one counts
 * @param mentions what the law asks to be said
 * @param signature name, quality and detail
 * @param invoice the same for machines, with its XML; null where the place asks for none
 */
public record ReceiptContent(String title, String description, String subtitle, String language, String paper, Letterhead letterhead,
    Map<String, String> facts, List<String> words, List<String> figures, List<List<String>> rows, List<List<String>> totals, List<String> mentions,
    List<String> signature, Electronic invoice) {

    private static final String MINUS = "\u2212";

    /** An invoice for machines. */
    record Electronic(ElectronicInvoice data, String xml) {
    }

    /** Titles of all the columns, in order. */
    public List<String> columns() {
        return Stream.concat(words.stream(), figures.stream()).toList();
    }

    /** The document to print, with its check code. */
    public DocumentSource source(CheckMark check) {
        return source(check, Html.all());
    }

    /** The same words under a notice that says they are a copy: {@code Duplicata}, and of which day. */
    DocumentSource copy(CheckMark check, String word, String sentence) {
        DocumentSource original = source(check, Html.notice(Html.paragraph(Html.strong(word), Html.text(" " + sentence))));
        return new DocumentSource(word + ", " + title, original.description(), original.language(), original.paper(), original.letterhead(),
            original.subtitle(), original.body(), original.check(), original.attachment());
    }

    private DocumentSource source(CheckMark check, Html notice) {
        Table table = new Table();
        words.forEach(table::column);
        figures.forEach(table::amounts);
        int columns = words.size() + figures.size();
        rows.forEach(row -> table.row(row.toArray(String[]::new)));
        for (int i = 0; i < totals.size(); i++) {
            String[] cells = new String[columns];
            java.util.Arrays.fill(cells, "");
            cells[words.size() - 1] = totals.get(i).get(0);
            cells[columns - 1] = totals.get(i).get(1);
            if (i == totals.size() - 1) {
                table.total(cells);
            } else {
                table.sum(cells);
            }
        }
        List<Html> body = new ArrayList<>(List.of(notice, Html.facts(facts), table.html()));
        mentions.forEach(mention -> body.add(Html.small(mention)));
        body.add(SignatureBlock.html(List.of(SignatureBlock.typed(signature.get(0), signature.get(1), signature.get(2)))));
        DocumentSource source = DocumentSource.titled(title, description, Locale.forLanguageTag(language)).on(Paper.valueOf(paper)).from(letterhead)
            .under(subtitle).saying(body.toArray(Html[]::new)).checkedBy(check);
        return invoice == null ? source : source.carrying(Attachment.invoice(description, invoice.xml().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The words of the credit note of the whole of this: the same lines, taken back.
     *
     * @param reasons what it takes back and why, in place of the payment
     * @param kept names of the facts that stay
     * @param renamed totals that go by another name on a credit note
     */
    ReceiptContent reversed(String newTitle, String newDescription, String newSubtitle, Map<String, String> reasons, List<String> kept, String signed,
        Map<String, String> renamed, Electronic electronic) {
        Map<String, String> all = new LinkedHashMap<>(reasons);
        facts.forEach((name, value) -> {
            if (kept.contains(name)) {
                all.put(name, value);
            }
        });
        return new ReceiptContent(newTitle, newDescription, newSubtitle, language, paper, letterhead, all, words, figures,
            rows.stream().map(ReceiptContent::taken).toList(), totals.stream().map(cells -> taken(List.of(renamed.getOrDefault(cells.get(0), cells.get(0)), cells.get(1)))).toList(), mentions,
            List.of(signature.get(0), signature.get(1), signed), electronic);
    }

    private static List<String> taken(List<String> cells) {
        List<String> back = new ArrayList<>(cells);
        String amount = cells.get(cells.size() - 1);
        back.set(cells.size() - 1, amount.startsWith(MINUS) ? amount.substring(1) : MINUS + amount);
        return back;
    }

    /** The words as JSON, to keep. */
    public String json() {
        JsonArrayBuilder pairs = Json.createArrayBuilder();
        facts.forEach((name, value) -> pairs.add(array(List.of(name, value))));
        JsonObjectBuilder json = Json.createObjectBuilder().add("title", title).add("description", description).add("subtitle", subtitle)
            .add("language", language).add("paper", paper)
            .add("letterhead", Json.createObjectBuilder().add("name", letterhead.name()).add("qualities", array(letterhead.qualities()))
                .add("contact", array(letterhead.contact())).add("accent", letterhead.accent()))
            .add("facts", pairs).add("words", array(words)).add("figures", array(figures)).add("rows", arrays(rows)).add("totals", arrays(totals))
            .add("mentions", array(mentions)).add("signature", array(signature));
        if (invoice != null) {
            json.add("invoice", invoice.data().json()).add("xml", invoice.xml());
        }
        return json.build().toString();
    }

    /** The words that {@link #json} kept; of the first release too, which knew one line, one total and one mention. */
    static ReceiptContent of(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject kept = reader.readObject();
            JsonObject head = kept.getJsonObject("letterhead");
            Map<String, String> facts = new LinkedHashMap<>();
            kept.getJsonArray("facts").getValuesAs(JsonArray.class).forEach(pair -> facts.put(pair.getString(0), pair.getString(1)));
            boolean first = kept.containsKey("row");
            return new ReceiptContent(kept.getString("title"), kept.getString("description"), kept.getString("subtitle"),
                kept.getString("language"), kept.getString("paper"),
                new Letterhead(head.getString("name"), list(head, "qualities"), list(head, "contact"), head.getString("accent")),
                facts, list(kept, "words"), list(kept, "figures"), first ? List.of(list(kept, "row")) : lists(kept, "rows"),
                first ? List.of(list(kept, "total")) : lists(kept, "totals"), first ? List.of(kept.getString("mention")) : list(kept, "mentions"),
                list(kept, "signature"),
                kept.containsKey("xml") ? new Electronic(ElectronicInvoice.of(kept.getJsonObject("invoice")), kept.getString("xml")) : null);
        }
    }

    private static JsonArrayBuilder array(List<String> items) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        items.forEach(array::add);
        return array;
    }

    private static JsonArrayBuilder arrays(List<List<String>> lists) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        lists.forEach(list -> array.add(array(list)));
        return array;
    }

    private static List<String> list(JsonObject kept, String name) {
        return strings(kept.getJsonArray(name));
    }

    private static List<List<String>> lists(JsonObject kept, String name) {
        return kept.getJsonArray(name).getValuesAs(JsonArray.class).stream().map(ReceiptContent::strings).toList();
    }

    // A plain list: what JSON answers is tied to the reader.
    private static List<String> strings(JsonArray array) {
        return List.copyOf(array.getValuesAs(JsonString::getString));
    }
}
