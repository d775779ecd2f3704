package app.entente.receipt;

import static app.entente.receipt.Samples.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.document.CheckCode;
import app.entente.document.DocumentRenderer;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.meeting.Meeting;
import app.entente.practice.Service;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a receipt is refused for, and every word it says in each place. */
class ReceiptFactsTest {

    @Test
    void only_a_meeting_that_took_place_has_a_receipt() {
        ReceiptFacts facts = Samples.quebec("fr");
        Service service = Samples.service("CAD", 12000, "exempt");
        Meeting missed = Samples.booked("CA-QC", service);
        refused("receipt.not_held", () -> Samples.with(facts, missed, service, facts.payment()).check());
        missed.miss(Samples.NOW);
        refused("receipt.not_held", () -> Samples.with(facts, missed, service, facts.payment()).check());
        assertThatCode(facts::check).doesNotThrowAnyException();
    }

    @Test
    void a_meeting_free_of_charge_has_none() {
        ReceiptFacts facts = Samples.quebec("fr");
        Service free = Samples.service("CAD", 0, "exempt");
        refused("receipt.nothing_paid", () -> Samples.with(facts, facts.items().get(0).meeting(), free, facts.payment()).check());
    }

    @Test
    void a_payment_may_be_of_today_but_not_of_tomorrow_and_not_of_no_day() {
        assertThatCode(() -> new Payment("card", TODAY).check("CAD", TODAY)).doesNotThrowAnyException();
        refused("receipt.not_paid_yet", () -> new Payment("card", TODAY.plusDays(1)).check("CAD", TODAY));
        refused("receipt.not_paid_yet", () -> new Payment("card", null).check("CAD", TODAY));
    }

    @Test
    void interac_is_known_in_canada_alone() {
        assertThatCode(() -> new Payment("interac", TODAY).check("CAD", TODAY)).doesNotThrowAnyException();
        refused("receipt.means", () -> new Payment("interac", TODAY).check("EUR", TODAY));
        refused("receipt.means", () -> new Payment("shells", TODAY).check("CAD", TODAY));
        refused("receipt.means", () -> new Payment(null, TODAY).check("CAD", TODAY));
    }

    @Test
    void a_receipt_of_quebec_says_all_that_insurers_ask_for() {
        ReceiptContent content = Samples.quebec("fr").content("2026-0001");
        assertThat(content.title()).isEqualTo("Reçu 2026-0001");
        assertThat(content.subtitle()).isEqualTo("Nº\u00A02026-0001, émis le 22 novembre 2026");
        assertThat(content.language()).isEqualTo("fr-CA");
        assertThat(content.paper()).isEqualTo("LETTER");
        assertThat(content.letterhead().name()).isEqualTo("Maude Lavigne, T.S.");
        assertThat(content.letterhead().qualities()).containsExactly("Travailleuse sociale", "Ordre des travailleurs sociaux du Québec",
            "Permis nº\u00A0EXEMPLE-0001");
        assertThat(content.letterhead().contact()).containsExactly("100, rue de l’Exemple, bureau 2", "Saint-Jérôme (Québec)\u00A0 J7Z 0A0",
            "450-555-0142", "maude@demo.example");
        assertThat(content.facts()).containsExactly(java.util.Map.entry("Service reçu par", "Noa Tremblay"),
            java.util.Map.entry("Paiement", "Payé le 21 novembre 2026, par virement Interac"), java.util.Map.entry("Solde", "0,00\u00A0$"));
        assertThat(content.words()).containsExactly("Date du service", "Nature du service");
        assertThat(content.figures()).containsExactly("Durée", "Honoraires");
        assertThat(content.rows().get(0)).containsExactly("1er novembre 2026", "Rencontre de soutien", "50\u00A0min", "120,00\u00A0$");
        assertThat(content.totals().get(0)).containsExactly("Total reçu", "120,00\u00A0$");
        assertThat(content.mentions()).containsExactly("Services exonérés de la TPS et de la TVQ");
        assertThat(content.signature().get(0)).isEqualTo("Maude Lavigne");
    }

    @Test
    void english_stands_beside_french_for_a_person_of_quebec_who_reads_english() {
        ReceiptContent content = Samples.quebec("en").content("2026-0001");
        assertThat(content.title()).isEqualTo("Reçu / Receipt 2026-0001");
        assertThat(content.language()).isEqualTo("fr-CA");
        assertThat(content.rows().get(0)).containsExactly("1er novembre 2026\nNovember 1, 2026", "Rencontre de soutien\nSupportive meeting", "50\u00A0min",
            "120,00\u00A0$");
        assertThat(content.mentions()).containsExactly("Services exonérés de la TPS et de la TVQ / Services exempt from GST and QST");
    }

    @Test
    void a_note_of_france_names_place_quantity_price_siret_and_no_vat_line() {
        ReceiptContent content = Samples.france("fr").content("2026-0007");
        assertThat(content.title()).isEqualTo("Note 2026-0007");
        assertThat(content.paper()).isEqualTo("A4");
        assertThat(content.letterhead().name()).isEqualTo("Camille Aubry EI");
        assertThat(content.letterhead().accent()).isEqualTo("#6F3358");
        assertThat(content.letterhead().qualities()).containsExactly("Pair-aidante", "SIRET 123\u00A0456\u00A0782\u00A000010", "Entreprise individuelle (EI)");
        assertThat(content.letterhead().contact()).startsWith("12, rue de l’Exemple", "77000 Melun");
        assertThat(content.words()).containsExactly("Date", "Prestation");
        assertThat(content.figures()).containsExactly("Quantité", "Prix unitaire", "Montant");
        assertThat(content.rows().get(0)).containsExactly("1er novembre 2026", "Rencontre de soutien\nà distance, par vidéo, 50\u00A0min", "1", "45,00\u00A0€", "45,00\u00A0€");
        assertThat(content.totals().get(0)).containsExactly("Total HT et TTC", "45,00\u00A0€");
        assertThat(content.facts()).containsEntry("Paiement", "Acquittée le 22 novembre 2026, par virement").containsEntry("Reste à payer", "0,00\u00A0€");
        assertThat(content.mentions()).containsExactly("TVA non applicable, art.\u00A0293 B du CGI");
    }

    @Test
    void the_price_does_not_follow_the_length() {
        ReceiptFacts facts = Samples.quebec("fr");
        Meeting shorter = new Meeting(facts.items().get(0).meeting().getFileId(), facts.items().get(0).service(), java.time.LocalDateTime.of(2026, 11, 3, 14, 0),
            Samples.zone("CA-QC"), 25, "video", "", null, Samples.NOW);
        shorter.hold(Samples.NOW);
        assertThat(Samples.with(facts, shorter, facts.items().get(0).service(), facts.payment()).content("2026-0002").rows().get(0)).endsWith("25\u00A0min", "120,00\u00A0$");
    }

    @Test
    void the_words_come_back_from_their_json_as_they_were() {
        for (ReceiptFacts facts : List.of(Samples.quebec("en"), Samples.france("fr"))) {
            ReceiptContent content = facts.content("2026-0001");
            assertThat(ReceiptContent.of(content.json())).isEqualTo(content);
        }
    }

    @Test
    void a_printed_receipt_fits_one_page_and_holds_its_number_total_and_code() throws IOException {
        for (ReceiptFacts facts : List.of(Samples.quebec("en"), Samples.quebec("fr"), Samples.france("fr"))) {
            CheckCode code = CheckCode.random();
            byte[] pdf = new DocumentRenderer().render(facts.content("2026-0001").source(ReceiptWork.mark("https://entente.example", code)));
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                assertThat(new PDFTextStripper().getText(document)).contains("2026-0001", code.grouped(), "Noa Tremblay");
            }
        }
    }

    @Test
    void a_series_goes_on_after_another_tool_and_only_upwards() {
        ReceiptSeries series = new ReceiptSeries("2026-");
        assertThat(series.getNextDisplay()).isEqualTo("2026-0001");
        refused("receipt.series_up", () -> series.begin(1));
        series.begin(148);
        assertThat(series.getNextDisplay()).isEqualTo("2026-0148");
        refused("receipt.series_up", () -> series.begin(147));
    }

    @Test
    void the_file_is_named_in_ascii() {
        assertThat(Receipts.fileName("Reçu 2026-0001")).isEqualTo("recu-2026-0001.pdf");
        assertThat(Receipts.fileName("Reçu / Receipt 2026-0001")).isEqualTo("recu-receipt-2026-0001.pdf");
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
