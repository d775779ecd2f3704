package app.entente.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.agreement.Office;
import app.entente.agreement.Office.Client;
import app.entente.document.SealedDocument;
import app.entente.document.Seals;
import app.entente.kernel.Sha256;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules 1, 7 and 8 of the signing package: what is kept cannot be changed, and sealing happens whole, once, and only with a time-stamp. */
class SealingIT {

    private static Office office;
    private static Client noa;

    @BeforeAll
    static void a_practice_with_a_client() throws Exception {
        office = Office.open("CA-QC");
        noa = office.client("Noa", "Tremblay", "fr");
    }

    @AfterEach
    void let_time_stamps_through() {
        Features.stamps().open();
    }

    @Test
    void rule_8_without_a_time_stamp_it_stays_sealing_and_is_sealed_once_there_is_one() throws Exception {
        UUID agreement = signedByBoth();
        UUID signing = office.signing(agreement);
        Features.stamps().allow(0);
        office.finish(signing);
        office.finish(signing);
        assertUnsealed(agreement);
        Features.stamps().open();
        office.finish(signing);
        assertSealedOnce(agreement);
        office.finish(signing);
        assertSealedOnce(agreement);
    }

    @Test
    void rule_8_an_authority_that_fails_between_the_document_and_its_dossier_leaves_nothing_half_done() throws Exception {
        UUID agreement = signedByBoth();
        Features.stamps().allow(1);
        office.finish(office.signing(agreement));
        assertUnsealed(agreement);
        Features.stamps().open();
        office.finish(office.signing(agreement));
        assertSealedOnce(agreement);
    }

    @Test
    void rule_8_the_timer_finds_by_itself_what_is_left_to_seal() throws Exception {
        UUID agreement = signedByBoth();
        Features.stamps().allow(0);
        InWorkspace.platform().run(() -> Features.get(SigningRound.class).finish());
        assertUnsealed(agreement);
        Features.stamps().open();
        InWorkspace.platform().run(() -> Features.get(SigningRound.class).finish());
        assertSealedOnce(agreement);
    }

    @Test
    void rule_8_two_who_finish_at_once_seal_once() throws Exception {
        UUID agreement = signedByBoth();
        UUID signing = office.signing(agreement);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> finish = () -> {
                office.finish(signing);
                return null;
            };
            for (Future<Void> done : both.invokeAll(List.of(finish, finish))) {
                done.get();
            }
        } finally {
            both.shutdown();
        }
        assertSealedOnce(agreement);
    }

    @Test
    void rule_8_what_is_still_to_be_signed_is_not_sealed() throws Exception {
        UUID agreement = office.sent(noa);
        office.clientSigns(noa, office.signing(agreement));
        office.finish(office.signing(agreement));
        assertThat(office.agreement(agreement).getStatus()).isEqualTo("signed_by_client");
        assertThat(office.rows("select 1 from sealed_document where subject_id = '" + agreement + "'")).isEmpty();
    }

    @Test
    void rule_8_a_signing_that_nobody_knows_is_left_alone() throws Exception {
        office.finish(UUID.randomUUID());
    }

    @Test
    void rule_1_the_sealed_document_says_the_words_that_were_shown_then_who_signed() throws Exception {
        UUID agreement = office.active(noa);
        UUID signing = office.signing(agreement);
        List<String> shown = pages(noa.portal().call(() -> Features.get(Signings.class).fetch(signing, "fr")));
        byte[] bytes = bytes("agreement", agreement);
        assertThat(Sha256.of(bytes).hex()).isEqualTo(sealed("agreement", agreement).getSha256());
        List<String> sealed = pages(bytes);
        assertThat(sealed).hasSize(shown.size() + 1).startsWith(shown.toArray(String[]::new));
        String last = sealed.get(shown.size());
        assertThat(last).contains("NoaTremblay", "Personneaccompagnée", "MaudeLavigne", "☑", "☐", sealed("agreement", agreement).getCheckCode().grouped(),
            office.view(noa.portal(), signing).in("fr").getSha256());
        assertThat(sealed).noneMatch(page -> page.contains("203.0.113.7") || page.contains("Testbrowser"));
    }

    @Test
    void rule_7_the_dossier_holds_the_exact_events_and_anybody_can_compute_their_chain() throws Exception {
        UUID agreement = office.active(noa);
        UUID signing = office.signing(agreement);
        byte[] dossier = bytes("evidence", agreement);
        JsonObject evidence = attachment(dossier);
        List<JsonObject> events = evidence.getJsonArray("events").getValuesAs(JsonObject.class);
        List<EvidenceEvent> kept = office.practitioner().call(() -> Features.get(Evidence.class).of(signing));
        assertThat(events).extracting(e -> e.getString("body")).containsExactlyElementsOf(kept.stream().map(EvidenceEvent::getBody).toList());
        String previous = "0".repeat(64);
        for (JsonObject event : events) {
            byte[] body = event.getString("body").getBytes(StandardCharsets.UTF_8);
            byte[] hashed = ByteBuffer.allocate(38 + body.length).put((byte) 0).put((byte) 1).put(HexFormat.of().parseHex(previous)).putInt(body.length).put(body).array();
            assertThat(event.getString("previous")).isEqualTo(previous);
            assertThat(event.getString("hash")).isEqualTo(Sha256.of(hashed).hex());
            previous = event.getString("hash");
        }
        SealedDocument sealed = sealed("agreement", agreement);
        assertThat(evidence.getJsonObject("sealed").getString("after")).isEqualTo(sealed.getSha256());
        assertThat(evidence.getJsonArray("documents").getJsonObject(0).getString("sha256")).isEqualTo(office.view(noa.portal(), signing).in("fr").getSha256());
        assertThat(String.join("", pages(dossier))).contains("203.0.113.7", "NoaTremblay", "Scelléethorodaté");
    }

    @Test
    void rule_7_the_events_tell_the_whole_story_in_order() throws Exception {
        UUID signing = office.signing(office.active(noa));
        List<EvidenceEvent> events = office.practitioner().call(() -> Features.get(Evidence.class).of(signing));
        assertThat(events).extracting(EvidenceEvent::getKind).containsExactly("frozen", "sent", "document_shown", "consent_given", "consent_given", "consent_not_given",
            "reauthentication_requested", "reauthentication_done", "signed", "document_shown", "reauthentication_requested", "reauthentication_done", "signed", "sealed");
        assertThat(EvidenceChain.firstBroken(events)).isZero();
        assertThat(events.get(2).getBody()).contains("\"account\":\"" + noa.portal().login().subject() + "\"", "\"address\":\"203.0.113.7\"", "\"device\":\"Test browser\"");
    }

    @Test
    void rule_7_the_application_can_neither_change_nor_delete_what_is_evidence() throws Exception {
        office.active(noa);
        List<String> kept = List.of("evidence_event", "frozen_document", "consent_text", "stored_document", "sealed_document", "seal_revocation", "template_version", "tenant_key");
        for (String table : kept) {
            assertThatThrownBy(() -> office.execute("update " + table + " set tenant_id = tenant_id")).as(table).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> office.execute("delete from " + table)).as(table).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> office.execute("truncate " + table + " cascade")).as(table).hasMessageContaining("permission denied");
        }
        for (String table : List.of("signing", "signing_party", "signing_act", "agreement")) {
            assertThatThrownBy(() -> office.execute("delete from " + table)).as(table).hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> office.execute("update evidence_event set body = '{}'")).hasMessageContaining("permission denied");
    }

    @Test
    void rule_7_two_events_cannot_take_the_same_place() throws Exception {
        UUID signing = office.signing(office.sent(noa));
        assertThatThrownBy(() -> office.execute("insert into evidence_event (id, signing_id, sequence, at, kind, body, previous, hash) select '" + UUID.randomUUID()
            + "', signing_id, sequence, at, kind, body, previous, hash from evidence_event where signing_id = '" + signing + "' and sequence = 1"))
            .hasMessageContaining("duplicate key");
    }

    @Test
    void rule_1_what_is_frozen_lies_encrypted() throws Exception {
        UUID signing = office.signing(office.sent(noa));
        String stored = office.rows("select encode(s.content, 'escape') from stored_document s join frozen_document f on f.source_id = s.id where f.signing_id = '" + signing + "'")
            .get(0).get(0);
        assertThat(stored).doesNotContain("Tremblay", "Lavigne", "<h2>");
    }

    private static UUID signedByBoth() throws Exception {
        UUID agreement = office.sent(noa);
        office.clientSigns(noa, office.signing(agreement));
        office.practitionerSigns(office.signing(agreement), "fr");
        return agreement;
    }

    private static void assertUnsealed(UUID agreement) throws Exception {
        UUID signing = office.signing(agreement);
        assertThat(office.agreement(agreement).getStatus()).isEqualTo("sealing");
        assertThat(office.view(noa.portal(), signing).signing().getStatus()).isEqualTo("sealing");
        assertThat(office.rows("select 1 from sealed_document where subject_id = '" + agreement + "'")).isEmpty();
        assertThat(office.rows("select 1 from evidence_event where signing_id = '" + signing + "' and kind = 'sealed'")).isEmpty();
        assertThat(office.rows("select 1 from mail where dedup_key = 'agreement.sealed." + agreement + "'")).isEmpty();
    }

    private static void assertSealedOnce(UUID agreement) throws Exception {
        UUID signing = office.signing(agreement);
        assertThat(office.agreement(agreement).getStatus()).isEqualTo("active");
        assertThat(office.view(noa.portal(), signing).signing().getStatus()).isEqualTo("sealed");
        assertThat(office.rows("select kind from sealed_document where subject_id = '" + agreement + "' order by kind")).containsExactly(List.of("agreement"), List.of("evidence"));
        assertThat(office.rows("select 1 from evidence_event where signing_id = '" + signing + "' and kind = 'sealed'")).hasSize(1);
        assertThat(office.rows("select 1 from mail where dedup_key = 'agreement.sealed." + agreement + "'")).hasSize(1);
        assertThat((int) office.practitioner().call(() -> Features.get(Evidence.class).firstBroken(signing))).isZero();
    }

    private static SealedDocument sealed(String kind, UUID subject) throws Exception {
        return office.practitioner().call(() -> Features.get(Seals.class).ofSubject(kind, subject)).orElseThrow();
    }

    private static byte[] bytes(String kind, UUID subject) throws Exception {
        UUID id = sealed(kind, subject).getId();
        return office.practitioner().call(() -> Features.get(Seals.class).bytes(id));
    }

    /** The words of each page without spaces, and without the number of the page. */
    private static List<String> pages(byte[] pdf) throws Exception {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper words = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                words.setStartPage(page);
                words.setEndPage(page);
                pages.add(words.getText(document).replaceAll("\\b\\d+ / \\d+\\b", "").replaceAll("[\\s\\p{Z}]", ""));
            }
        }
        return pages;
    }

    private static JsonObject attachment(byte[] pdf) throws Exception {
        List<byte[]> files = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDComplexFileSpecification file : document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().values()) {
                files.add((file.getEmbeddedFile() == null ? file.getEmbeddedFileUnicode() : file.getEmbeddedFile()).toByteArray());
            }
        }
        assertThat(files).hasSize(1);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(files.get(0)))) {
            return reader.readObject();
        }
    }
}
