package app.entente.receipt;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An invoice of France as machines read it: the figures of the page, and nothing more. Kept with the words of the page, so that a credit note
 * can turn it round later.
 *
 * @param original number and day of the invoice that this one credits; null when it credits none
 * @param exemption the law's words where no VAT is due; null where it is
 * @param paidMinor what was paid when it was issued
 * @param notes what a business must be told, by the code of the kind of note
 * @param terms when and how it is to be paid
 */
record ElectronicInvoice(String number, LocalDate issuedOn, Original original, Party seller, Party buyer, List<Line> lines, String exemption,
    long paidMinor, LocalDate dueOn, Map<String, String> notes, String terms) {

    /** The invoice that a credit note credits. */
    record Original(String number, LocalDate on) {
    }

    /**
     * Seller or buyer.
     *
     * @param siren nine digits; null for a private person
     * @param vat VAT number; null when there is none
     */
    record Party(String name, String street, String postalCode, String city, String siren, String vat) {
    }

    /**
     * One service on one day.
     *
     * @param netMinor amount without VAT
     * @param percent VAT rate; null where none is due
     */
    record Line(String label, LocalDate on, long netMinor, BigDecimal percent) {
    }

    /** The credit note of the whole of this invoice. */
    ElectronicInvoice reversed(String by, LocalDate on, String why) {
        return new ElectronicInvoice(by, on, new Original(number, issuedOn), seller, buyer, lines, exemption, 0, null, notes, why);
    }

    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("number", number).add("issuedOn", issuedOn.toString()).add("seller", party(seller))
            .add("buyer", party(buyer)).add("paidMinor", paidMinor);
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Line line : lines) {
            JsonObjectBuilder one = Json.createObjectBuilder().add("label", line.label()).add("on", line.on().toString()).add("netMinor", line.netMinor());
            add(one, "percent", line.percent() == null ? null : line.percent().toPlainString());
            all.add(one);
        }
        json.add("lines", all);
        JsonObjectBuilder told = Json.createObjectBuilder();
        notes.forEach(told::add);
        json.add("notes", told);
        if (original != null) {
            json.add("original", original.number()).add("originalOn", original.on().toString());
        }
        add(json, "exemption", exemption);
        add(json, "dueOn", dueOn == null ? null : dueOn.toString());
        add(json, "terms", terms);
        return json.build();
    }

    static ElectronicInvoice of(JsonObject json) {
        List<Line> lines = json.getJsonArray("lines").getValuesAs(JsonObject.class).stream().map(line -> new Line(line.getString("label"),
            LocalDate.parse(line.getString("on")), line.getJsonNumber("netMinor").longValueExact(),
            line.containsKey("percent") ? new BigDecimal(line.getString("percent")) : null)).toList();
        Map<String, String> notes = new LinkedHashMap<>();
        json.getJsonObject("notes").keySet().forEach(code -> notes.put(code, json.getJsonObject("notes").getString(code)));
        return new ElectronicInvoice(json.getString("number"), LocalDate.parse(json.getString("issuedOn")),
            json.containsKey("original") ? new Original(json.getString("original"), LocalDate.parse(json.getString("originalOn"))) : null,
            party(json.getJsonObject("seller")), party(json.getJsonObject("buyer")), lines, json.getString("exemption", null),
            json.getJsonNumber("paidMinor").longValueExact(), json.containsKey("dueOn") ? LocalDate.parse(json.getString("dueOn")) : null,
            notes, json.getString("terms", null));
    }

    private static JsonObjectBuilder party(Party party) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", party.name());
        add(json, "street", party.street());
        add(json, "postalCode", party.postalCode());
        add(json, "city", party.city());
        add(json, "siren", party.siren());
        add(json, "vat", party.vat());
        return json;
    }

    private static Party party(JsonObject json) {
        return new Party(json.getString("name"), json.getString("street", null), json.getString("postalCode", null), json.getString("city", null),
            json.getString("siren", null), json.getString("vat", null));
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
