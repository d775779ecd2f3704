package app.entente.signing;

import app.entente.document.DocumentSource;
import app.entente.document.Html;
import app.entente.document.SealedDocument;
import app.entente.document.Table;
import app.entente.kernel.Texts;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The evidence of a signing as a document for its parties: readable tables, and the exact events as a file inside it. */
final class Dossier {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private final Locale language;

    Dossier(Locale language) {
        this.language = language;
    }

    DocumentSource source(DocumentSource signed, String title, List<FrozenDocument> documents, List<SigningParty> parties, List<EvidenceEvent> events,
        SealedDocument sealed) {
        Map<String, String> facts = new LinkedHashMap<>();
        documents.forEach(d -> facts.put(text("signing.dossier.frozen", d.getLanguage()), d.getSha256()));
        facts.put(text("signing.dossier.sealed"), sealed.getSha256());
        facts.put(text("signing.dossier.certificate"), sealed.getCertificateFingerprint());
        facts.put(text("signing.dossier.stamp"), UTC.format(sealed.getStampedAt().atOffset(ZoneOffset.UTC)) + " UTC, " + sealed.getStampSerial());
        Table people = new Table().column(text("signing.dossier.party")).column(text("signing.dossier.name")).column(text("signing.dossier.capacity"));
        parties.forEach(p -> people.row(String.valueOf(p.getPosition()), p.getName(), p.getCapacity().in(language.getLanguage())));
        Table happened = new Table().column(text("signing.dossier.number")).column(text("signing.dossier.at")).column(text("signing.dossier.event"))
            .column(text("signing.dossier.details"));
        events.forEach(e -> happened.row(String.valueOf(e.getSequence()), UTC.format(e.getAt().atOffset(ZoneOffset.UTC)), text("signing.event." + e.getKind()), details(e)));
        DocumentSource bare = DocumentSource.titled(text("signing.dossier.title"), text("signing.dossier.description", title), language).on(signed.paper());
        DocumentSource headed = signed.letterhead().map(bare::from).orElse(bare);
        return headed.under(title).saying(
            Html.paragraph(text("signing.dossier.introduction")),
            Html.heading(text("signing.dossier.fingerprints")), Html.facts(facts),
            Html.heading(text("signing.dossier.parties")), people.html(),
            Html.heading(text("signing.dossier.events")), happened.html(),
            Html.small(text("signing.dossier.chain", events.get(events.size() - 1).getHash())),
            Html.small(text("signing.dossier.nature")));
    }

    String attachmentDescription() {
        return text("signing.dossier.attachment");
    }

    byte[] json(Signing signing, List<FrozenDocument> documents, List<SigningParty> parties, List<EvidenceEvent> events, SealedDocument sealed) {
        JsonArrayBuilder frozen = Json.createArrayBuilder();
        documents.forEach(d -> frozen.add(Json.createObjectBuilder().add("language", d.getLanguage()).add("title", d.getTitle()).add("sha256", d.getSha256())));
        JsonArrayBuilder people = Json.createArrayBuilder();
        parties.forEach(p -> people.add(Json.createObjectBuilder().add("position", p.getPosition()).add("name", p.getName())
            .add("capacity", p.getCapacity().in(language.getLanguage()))
            .add("status", p.getStatus())));
        JsonArrayBuilder happened = Json.createArrayBuilder();
        events.forEach(e -> happened.add(Json.createObjectBuilder().add("body", e.getBody()).add("previous", e.getPrevious()).add("hash", e.getHash())));
        return Json.createObjectBuilder()
            .add("schema", "entente-evidence-1")
            .add("hashing", "SHA-256 over 0x00, 0x01, the previous hash (32 bytes), the length of body in UTF-8 (4 bytes, big-endian), body")
            .add("signing", signing.getId().toString())
            .add("documents", frozen)
            .add("parties", people)
            .add("events", happened)
            .add("sealed", Json.createObjectBuilder().add("before", sealed.getSha256Before()).add("after", sealed.getSha256())
                .add("certificate", sealed.getCertificateFingerprint()).add("stampedAt", sealed.getStampedAt().toString()).add("stampSerial", sealed.getStampSerial()))
            .build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String details(EvidenceEvent event) {
        JsonObject said = event.said();
        StringBuilder line = new StringBuilder();
        if (said.containsKey("address")) {
            line.append(said.getString("address")).append(", ").append(said.getString("level"));
        }
        JsonObject details = said.getJsonObject("details");
        for (String name : details.keySet()) {
            String text = details.getString(name);
            if (!text.isEmpty()) {
                line.append(line.length() == 0 ? "" : ", ").append(name).append(" ").append(text.length() == 64 ? text.substring(0, 12) + "…" : text);
            }
        }
        return line.toString();
    }

    private String text(String key, Object... arguments) {
        return Texts.of(key, language, false, arguments);
    }
}
