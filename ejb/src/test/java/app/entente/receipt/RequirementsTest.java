package app.entente.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.agreement.AgreementTerms;
import app.entente.kernel.Bilingual;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.meeting.Meeting;
import app.entente.practice.LawPack;
import app.entente.practice.Practice;
import app.entente.practice.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What each place requires, named before anything is issued; and what a signed agreement allows. */
class RequirementsTest {

    @Test
    void a_complete_practice_misses_nothing() {
        assertThat(Samples.quebec("fr").missing()).isEmpty();
        assertThat(Samples.france("fr").missing()).isEmpty();
    }

    @Test
    void in_quebec_the_title_takes_a_form_of_its_order_in_either_gender() {
        for (String title : List.of("travailleuse sociale", "Travailleur social")) {
            assertThat(Samples.of(Samples.quebec("fr"), quebec(title, "450-555-0142")).missing()).isEmpty();
        }
        assertThat(Samples.of(Samples.quebec("fr"), quebec("travailleur·euse social·e", "")).missing())
            .containsExactly(new Missing("phone", "practice"), new Missing("title_form", "practice"));
    }

    @Test
    void in_france_a_number_that_is_no_siret_and_a_name_without_ei_are_named() {
        assertThat(Samples.of(Samples.france("fr"), france("Camille Aubry EI", "12345678900011")).missing()).containsExactly(new Missing("siret", "practice"));
        assertThat(Samples.of(Samples.france("fr"), france("Camille Aubry", "123 456 782 00010")).missing()).isEmpty();
        assertThat(Samples.of(Samples.france("fr"), new Practice("Camille Aubry", new Practice.Title("pair_aidant", new Bilingual("pair-aidante", "peer supporter"), null),
            new Practice.Registration(null, null, null, null, false, "12345678200010", null), Samples.frenchAddress(), new Practice.Contact("01", "a@b.example"),
            new Practice.Officer("C", new Bilingual("r", "o"), "d@b.example"), null, new Practice.Tax("franchise", LocalDate.of(2023, 1, 1), "EUR"), new Practice.Path(1, 2)))
            .missing()).containsExactly(new Missing("status", "practice"));
    }

    @Test
    void an_invoice_of_france_names_its_client_and_a_company_its_siren() {
        Service service = Samples.service("EUR", 4500, "franchise");
        List<ReceiptFacts.Item> items = List.of(Samples.whole(Samples.held("FR", service, 1), service));
        ReceiptFacts company = Samples.facts("FR", Receipt.INVOICE, "fr", null, items, new Buyer(null, "Atelier", " ", "123456789", null, null, null), null);
        assertThat(company.missing()).containsExactly(new Missing("buyer_address", "form"), new Missing("siren", "form"));
        ReceiptFacts person = Samples.facts("FR", Receipt.INVOICE, "fr", null, items, null, null);
        assertThat(person.missing()).isEmpty();
        person.person().setStreet(null);
        assertThat(person.missing()).containsExactly(new Missing("person_address", "client"));
    }

    @Test
    void a_company_of_france_reads_the_words_on_late_payment_and_a_person_does_not() {
        Service service = Samples.service("EUR", 4500, "franchise");
        List<ReceiptFacts.Item> items = List.of(Samples.whole(Samples.held("FR", service, 1), service));
        Buyer company = new Buyer(null, "Atelier", "5, rue Basse\n75001 Paris", "732829320", null, null, 30);
        assertThat(String.join(" ", Samples.facts("FR", Receipt.INVOICE, "fr", null, items, company, null).content("F1").mentions())).contains("40\u00A0€", "trois fois");
        assertThat(String.join(" ", Samples.facts("FR", Receipt.INVOICE, "fr", null, items, null, null).content("F1").mentions())).doesNotContain("trois fois");
    }

    @Test
    void the_words_for_no_vat_are_those_of_the_day_and_doubtful_ones_are_told() {
        assertThat(Samples.on(Samples.france("fr"), LocalDate.of(2027, 12, 31)).doubtful()).isEmpty();
        ReceiptFacts later = Samples.on(Samples.france("fr"), LocalDate.of(2028, 1, 1));
        assertThat(later.content("1").mentions().get(0)).contains("L.\u00A0223-1");
        assertThat(later.doubtful()).containsExactly("fr.vat.franchise.mention");
    }

    @Test
    void a_rule_nobody_has_written_down_is_refused_by_its_name() {
        assertThatThrownBy(() -> new LawPack("FR", Samples.TODAY, Map.of()).text("fr.vat.franchise.mention"))
            .isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo("practice.law_missing"));
    }

    @Test
    void a_small_supplier_charges_no_tax_and_says_so_while_an_exempt_service_stays_exempt_under_registration() {
        Service taxable = Samples.service("CAD", 10000, "taxable");
        List<ReceiptFacts.Item> items = List.of(Samples.whole(Samples.held("CA-QC", taxable, 1), taxable));
        ReceiptFacts small = Samples.facts("CA-QC", Receipt.RECEIPT, "fr", null, items, null, new Payment("card", Samples.TODAY));
        assertThat(small.taxes().total()).isEqualTo(10000);
        assertThat(small.content("1").mentions().get(0)).contains("petit fournisseur");
        Service exempt = Samples.service("CAD", 10000, "exempt");
        ReceiptFacts registered = Samples.facts("CA-QC", Receipt.RECEIPT, "fr", Samples.quebecTaxes(false),
            List.of(Samples.whole(Samples.held("CA-QC", exempt, 1), exempt)), null, new Payment("card", Samples.TODAY));
        assertThat(registered.taxes().taxes()).isEmpty();
        assertThat(registered.content("1").totals()).hasSize(1);
    }

    @Test
    void where_lines_differ_each_says_how_it_stands_and_no_text_speaks_for_all() {
        Service taxable = Samples.service("CAD", 10000, "taxable");
        Service exempt = Samples.service("CAD", 12000, "exempt");
        ReceiptFacts mixed = Samples.facts("CA-QC", Receipt.RECEIPT, "fr", Samples.quebecTaxes(false), List.of(Samples.whole(Samples.held("CA-QC", exempt, 1), exempt),
            Samples.whole(Samples.held("CA-QC", taxable, 2), taxable)), null, new Payment("card", Samples.TODAY));
        ReceiptContent content = mixed.content("1");
        assertThat(content.rows()).extracting(row -> row.get(1)).containsExactly("Rencontre de soutien\nExonéré de la TPS et de la TVQ", "Rencontre de soutien\nTaxable");
        assertThat(content.mentions()).isEmpty();
        assertThat(mixed.taxes()).isEqualTo(new Taxes(22000, Taxes.on(10000, List.of(new Taxes.Rate("gst", mixed.law().number("qc.tax.gst")),
            new Taxes.Rate("qst", mixed.law().number("qc.tax.qst")))).taxes(), 23498));
    }

    @Test
    void a_contract_made_at_the_persons_home_takes_no_payment_for_seven_days() {
        AgreementTerms terms = terms("2026-11-01T10:00:00Z", Set.of("early_start"), Map.of("concluded", "off_premises"));
        refused("receipt.off_premises", () -> check(terms, 2, LocalDate.of(2026, 11, 8)));
        assertThatCode(() -> check(terms, 2, LocalDate.of(2026, 11, 9))).doesNotThrowAnyException();
        assertThatCode(() -> check(terms, 2, null)).doesNotThrowAnyException();
        AgreementTerms distance = terms("2026-11-01T10:00:00Z", Set.of("early_start"), Map.of("concluded", "distance"));
        assertThatCode(() -> check(distance, 2, LocalDate.of(2026, 11, 3))).doesNotThrowAnyException();
    }

    @Test
    void a_session_within_fourteen_days_needs_the_express_request() {
        AgreementTerms silent = terms("2026-11-01T10:00:00Z", Set.of(), Map.of("concluded", "distance"));
        refused("receipt.early_start", () -> check(silent, 15, null));
        assertThatCode(() -> check(silent, 16, null)).doesNotThrowAnyException();
        assertThatCode(() -> check(terms("2026-11-01T10:00:00Z", Set.of("early_start"), Map.of()), 2, null)).doesNotThrowAnyException();
        assertThatCode(() -> check(terms("2026-11-20T10:00:00Z", Set.of(), Map.of()), 2, null)).as("held before there was a contract").doesNotThrowAnyException();
    }

    @Test
    void a_fee_is_agreed_only_by_its_own_box() {
        assertThat(terms("2026-11-01T10:00:00Z", Set.of("service"), Map.of("cancellation_fee", "6000")).missedFee()).isNull();
        assertThat(terms("2026-11-01T10:00:00Z", Set.of("cancellation_fee"), Map.of("cancellation_fee", "6000")).missedFee()).isEqualTo(6000L);
        assertThat(terms("2026-11-01T10:00:00Z", Set.of("cancellation_fee"), Map.of()).missedFee()).isNull();
    }

    @Test
    void a_fee_is_never_worded_as_a_meeting() {
        Service service = Samples.service("CAD", 12000, "exempt");
        Meeting missed = Samples.booked("CA-QC", service);
        missed.miss(Samples.NOW);
        ReceiptFacts facts = Samples.facts("CA-QC", Receipt.RECEIPT, "en", null, List.of(new ReceiptFacts.Item(missed, service, 6000, 6000, null, true)), null,
            new Payment("card", Samples.TODAY));
        facts.check();
        ReceiptContent content = facts.content("2026-0001");
        assertThat(content.rows().get(0).get(1)).startsWith("Frais administratifs").contains("Administrative fee").doesNotContain("Rencontre", "meeting");
        assertThat(content.rows().get(0)).endsWith("–", "60,00\u00A0$");
        assertThat(content.description()).doesNotContain("rencontre", "meeting");
    }

    private static Practice quebec(String title, String phone) {
        Practice known = Samples.quebecPractice();
        return new Practice(known.getLegalName(), new Practice.Title("ts", new Bilingual(title, "social worker"), "T.S."),
            new Practice.Registration(new Bilingual("Ordre", "Order"), "", "P-1", null, false, null, null),
            new Practice.PostalAddress("100, rue", "Saint-Jérôme", "QC", "J7Z 0A0", "CA"), new Practice.Contact(phone, "m@b.example"),
            new Practice.Officer("M", new Bilingual("r", "o"), "d@b.example"), null, new Practice.Tax("exempt", LocalDate.of(2012, 6, 1), "CAD"), new Practice.Path(1, 2));
    }

    private static Practice france(String name, String siret) {
        return new Practice(name, new Practice.Title("pair_aidant", new Bilingual("pair-aidante", "peer supporter"), null),
            new Practice.Registration(null, null, null, null, false, siret, new Bilingual("Entrepreneur individuel (EI)", "Sole trader (EI)")), Samples.frenchAddress(),
            new Practice.Contact("01", "a@b.example"), new Practice.Officer("C", new Bilingual("r", "o"), "d@b.example"), null,
            new Practice.Tax("franchise", LocalDate.of(2023, 1, 1), "EUR"), new Practice.Path(1, 2));
    }

    private static AgreementTerms terms(String signed, Set<String> accepted, Map<String, String> values) {
        return new AgreementTerms(UUID.randomUUID(), Instant.parse(signed), accepted, values);
    }

    private static void check(AgreementTerms terms, int heldOn, LocalDate paidOn) {
        Service service = Samples.service("EUR", 4500, "franchise");
        Withdrawal.check(terms, List.of(Samples.held("FR", service, heldOn)), paidOn == null ? null : new Payment("transfer", paidOn), Samples.law("FR", Samples.TODAY),
            Samples.zone("FR"));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
