package app.entente.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.document.Checked;
import app.entente.document.Checks;
import app.entente.file.Files;
import app.entente.file.PayerDetails;
import app.entente.file.Payers;
import app.entente.file.Taking;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Money;
import app.entente.kernel.NotFound;
import app.entente.meeting.Meetings;
import app.entente.person.PersonDetails;
import app.entente.practice.Practice;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.TestClock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credit notes, duplicatas, shares, third payers, taxes and numbers that go on, in the real database. */
class ReceiptKindsIT {

    private static final Buyer PROGRAMME = new Buyer(null, "Programme d’aide Exemple", "1, rue Haute\nMontréal (Québec) H0H 0H0", null, "PAE-77", 3, 30);

    private InWorkspace maude;
    private UUID file;
    private Service service;
    private Receipts receipts;
    private Issuing issuing;

    @BeforeAll
    static void the_texts_of_the_law_are_there() throws Exception {
        Features.demo();
    }

    @BeforeEach
    void a_practice_with_a_couple() throws Exception {
        service = Samples.service("CAD", 12000, "exempt");
        maude = practice("CA-QC", Samples.quebecPractice(), service);
        receipts = Features.get(Receipts.class);
        issuing = Features.get(Issuing.class);
        PersonDetails partner = Samples.person("fr");
        partner.setGivenName("Alex");
        file = maude.call(() -> Features.get(Files.class).takeOver(List.of(new Taking(Samples.person("fr"), "client"), new Taking(partner, "partner")), "couple", "",
            "intake", today().minusMonths(1)));
    }

    @Test
    void a_credit_note_has_its_own_number_turns_the_lines_round_and_frees_the_meeting() throws Exception {
        UUID meeting = held(1);
        UUID receipt = issue(ReceiptOrder.of(meeting, paid()), "one");
        assertThat(maude.call(() -> Features.get(ReceiptWork.class).seal(receipt))).isTrue();
        byte[] before = maude.call(() -> receipts.file(receipt)).bytes();
        UUID credit = maude.call(() -> issuing.credit(receipt, "Mauvaise date", "credit"));
        assertThat(maude.call(() -> issuing.credit(receipt, "Mauvaise date", "credit"))).isEqualTo(credit);
        assertThat(maude.call(() -> Features.get(ReceiptWork.class).seal(credit))).isTrue();
        ReceiptRow row = maude.call(() -> receipts.row(credit));
        assertThat(row.number()).isEqualTo("NC" + year() + "-0001");
        assertThat(row.total()).isEqualTo(new Money(-12000, "CAD"));
        assertThat(row.creditsId()).isEqualTo(receipt);
        ReceiptContent content = maude.call(() -> receipts.content(credit));
        assertThat(content.title()).isEqualTo("Note de crédit NC" + year() + "-0001");
        assertThat(content.rows().get(0)).endsWith("−120,00\u00A0$");
        assertThat(content.facts()).containsEntry("Motif", "Mauvaise date").containsEntry("Service reçu par", "Noa Tremblay").doesNotContainKey("Paiement");
        assertThat(content.facts().get("Annule")).contains(year() + "-0001");
        assertThat(maude.call(() -> receipts.row(receipt)).creditedBy()).isEqualTo(row.number());
        assertThat(maude.call(() -> receipts.file(receipt)).bytes()).isEqualTo(before);
        Checked checked = InWorkspace.platform().call(() -> Features.get(Checks.class).byFile(before, ""));
        assertThat(checked.state()).isEqualTo("revoked");
        refused("receipt.already_credited", () -> maude.call(() -> issuing.credit(receipt, "Encore", "again")));
        refused("receipt.credit_of_credit", () -> maude.call(() -> issuing.credit(credit, "Encore", "third")));
        UUID second = issue(ReceiptOrder.of(meeting, paid()), "two");
        assertThat(maude.call(() -> receipts.row(second)).number()).isEqualTo(year() + "-0002");
        assertThat(maude.call(() -> receipts.ledger(null, null, "")).total()).isEqualTo(new Money(12000, "CAD"));
        refused("receipt.reason", () -> maude.call(() -> issuing.credit(second, " ", "blank")));
    }

    @Test
    void a_duplicata_is_its_own_sealed_document_and_every_one_is_written_down() throws Exception {
        UUID receipt = issue(ReceiptOrder.of(held(1), paid()), "one");
        assertThatThrownBy(() -> maude.call(() -> Features.get(ReceiptCopies.class).make(receipt, ""))).isInstanceOf(NotFound.class);
        maude.call(() -> Features.get(ReceiptWork.class).seal(receipt));
        byte[] original = maude.call(() -> receipts.file(receipt)).bytes();
        UUID copy = maude.call(() -> Features.get(ReceiptCopies.class).make(receipt, "Assureur"));
        ReceiptFile file = maude.call(() -> Features.get(ReceiptCopies.class).file(copy));
        assertThat(file.name()).startsWith("duplicata-recu-");
        assertThat(Pdf.text(file.bytes())).contains("Duplicata", year() + "-0001", "reste le seul document d’origine");
        assertThat(maude.call(() -> receipts.file(receipt)).bytes()).isEqualTo(original).isNotEqualTo(file.bytes());
        maude.call(() -> Features.get(ReceiptCopies.class).make(receipt, null));
        assertThat(maude.call(() -> Features.get(ReceiptCopies.class).of(receipt))).hasSize(2).extracting(ReceiptCopy::getReason).contains("Assureur");
        assertThat(InWorkspace.platform().call(() -> Features.get(Checks.class).byFile(file.bytes(), "")).verdict()).isEqualTo(Checked.Verdict.GENUINE);
        maude.call(() -> issuing.credit(receipt, "Mauvaise date", "credit"));
        UUID late = maude.call(() -> Features.get(ReceiptCopies.class).make(receipt, "Archives"));
        for (UUID taken : List.of(copy, late)) {
            byte[] bytes = maude.call(() -> Features.get(ReceiptCopies.class).file(taken)).bytes();
            assertThat(InWorkspace.platform().call(() -> Features.get(Checks.class).byFile(bytes, "")).state()).as("a duplicata of what was taken back").isEqualTo("revoked");
        }
        Features.stamps().allow(0);
        try {
            refused("receipt.copy_later", () -> maude.call(() -> Features.get(ReceiptCopies.class).make(receipt, "")));
        } finally {
            Features.stamps().open();
        }
    }

    @Test
    void a_couple_shares_a_meeting_and_never_pays_more_than_its_price() throws Exception {
        UUID meeting = held(1);
        List<Receipts.Attendee> people = maude.call(() -> receipts.people(file));
        UUID alex = people.stream().filter(p -> p.name().startsWith("Alex")).findFirst().orElseThrow().id();
        UUID noa = people.stream().filter(p -> p.name().startsWith("Noa")).findFirst().orElseThrow().id();
        UUID half = issue(share(meeting, 6000L, noa), "noa");
        assertThat(maude.call(() -> receipts.content(half)).rows().get(0).get(1)).contains("Part de 60,00\u00A0$ sur 120,00\u00A0$");
        refused("receipt.above_price", () -> issue(share(meeting, 6001L, alex), "too much"));
        assertThat(left(meeting)).containsOnly(Map.entry(meeting, 6000L));
        UUID rest = issue(share(meeting, null, alex), "alex");
        assertThat(left(meeting)).isEmpty();
        ReceiptRow row = maude.call(() -> receipts.row(rest));
        assertThat(row.recipient()).isEqualTo("Alex Tremblay");
        assertThat(row.personId()).isEqualTo(alex);
        assertThat(row.total()).isEqualTo(new Money(6000, "CAD"));
        refused("receipt.already_issued", () -> issue(ReceiptOrder.of(meeting, paid()), "third"));
        UUID both = issue(new ReceiptOrder("receipt", List.of(held(2)), null, List.of(noa, alex), null, paid(), null), "both");
        assertThat(maude.call(() -> receipts.content(both)).facts()).containsEntry("Service reçu par", "Noa Tremblay, Alex Tremblay");
        assertThatThrownBy(() -> issue(share(held(3), null, UUID.randomUUID()), "stranger")).isInstanceOf(NotFound.class);
    }

    private Map<UUID, Long> left(UUID meeting) throws Exception {
        return maude.call(() -> receipts.left(List.of(Features.get(Meetings.class).row(meeting))));
    }

    @Test
    void ten_shares_of_a_tenth_asked_at_once_by_twenty_forms_cover_the_price_once() throws Exception {
        UUID meeting = held(1);
        List<Callable<Boolean>> forms = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String key = "form " + i;
            forms.add(() -> {
                try {
                    issue(share(meeting, 1200L), key);
                    return true;
                } catch (BusinessRuleViolation e) {
                    return false;
                }
            });
        }
        assertThat(atOnce(forms)).filteredOn(done -> done).hasSize(10);
        assertThat(maude.call(() -> receipts.coverage(List.of(meeting)))).containsEntry(meeting, 12000L);
    }

    @Test
    void a_third_payer_gets_no_name_and_the_person_a_receipt_of_nothing_paid() throws Exception {
        List<UUID> meetings = List.of(held(1), held(30), held(60));
        UUID invoice = issue(new ReceiptOrder("invoice", meetings.subList(0, 2), null, List.of(), null, null, PROGRAMME), "invoice");
        ReceiptContent billed = maude.call(() -> receipts.content(invoice));
        assertThat(billed.title()).isEqualTo("Facture F" + year() + "-0001");
        assertThat(billed.json()).doesNotContain("Tremblay");
        assertThat(billed.rows()).hasSize(2);
        assertThat(billed.facts()).containsEntry("Rencontres", "2 sur cette facture, 2 à ce jour sur 3 autorisées");
        assertThat(billed.facts().get("Échéance")).startsWith("Payable au plus tard le");
        assertThat(maude.call(() -> receipts.row(invoice)).dueOn()).isEqualTo(today().plusDays(30));
        UUID covered = issue(new ReceiptOrder("covered", meetings.subList(0, 1), null, List.of(), null, null, PROGRAMME), "covered");
        ReceiptContent proof = maude.call(() -> receipts.content(covered));
        assertThat(proof.totals()).extracting(cells -> cells.get(1)).containsExactly("120,00\u00A0$", "120,00\u00A0$", "0,00\u00A0$");
        assertThat(maude.call(() -> receipts.row(covered)).totalMinor()).isZero();
        refused("receipt.already_issued", () -> issue(ReceiptOrder.of(meetings.get(0), paid()), "twice"));
        refused("receipt.already_issued", () -> issue(new ReceiptOrder("covered", meetings.subList(0, 1), null, List.of(), null, null, PROGRAMME), "again"));
        UUID more = held(90);
        refused("receipt.authorisation_used", () -> issue(new ReceiptOrder("invoice", List.of(meetings.get(2), more), null, List.of(), null, null, PROGRAMME), "beyond"));
        issue(new ReceiptOrder("invoice", List.of(meetings.get(2)), null, List.of(), null, null, PROGRAMME), "last");
        maude.call(() -> Features.get(ReceiptWork.class).seal(invoice));
        maude.call(() -> Features.get(ReceiptWork.class).seal(covered));
        UUID person = maude.call(() -> Features.get(Files.class).client(file)).getId();
        InWorkspace noa = InWorkspace.client(maude.tenant(), person);
        assertThat(noa.call(() -> receipts.mine())).extracting(ReceiptRow::id).containsExactly(covered);
        assertThat(noa.call(() -> receipts.myYear(year()))).containsExactly(covered);
        assertThatThrownBy(() -> noa.call(() -> receipts.myFile(invoice))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_payer_of_another_file_is_not_found() throws Exception {
        UUID other = maude.call(() -> Features.get(Files.class).open(Samples.person("fr"), ""));
        PayerDetails details = new PayerDetails();
        details.setName("Programme");
        details.setAuthorisation("PAE-1");
        UUID theirs = maude.call(() -> Features.get(Payers.class).add(other, null, null, details, LocalDate.ofInstant(TestClock.now(), Samples.zone("CA-QC"))));
        UUID ours = maude.call(() -> Features.get(Payers.class).add(file, null, null, details, LocalDate.ofInstant(TestClock.now(), Samples.zone("CA-QC"))));
        UUID meeting = held(1);
        assertThatThrownBy(() -> issue(new ReceiptOrder("invoice", List.of(meeting), null, List.of(), null, null, payer(theirs)), "theirs")).isInstanceOf(NotFound.class);
        UUID receipt = issue(new ReceiptOrder("invoice", List.of(meeting), null, List.of(), null, null, payer(ours)), "ours");
        UUID kept = maude.query(em -> em.createQuery("select r.payerId from Receipt r where r.id = :id", UUID.class).setParameter("id", receipt).getSingleResult());
        assertThat(kept).isEqualTo(ours);
    }

    private static Buyer payer(UUID id) {
        return new Buyer(id, "Programme", "1, rue Haute", null, "PAE-1", null, null);
    }

    @Test
    void several_meetings_are_lines_of_one_receipt_and_those_of_two_files_are_refused() throws Exception {
        UUID receipt = issue(new ReceiptOrder("receipt", List.of(held(1), held(30)), null, List.of(), 60, paid(), null), "two");
        ReceiptContent content = maude.call(() -> receipts.content(receipt));
        assertThat(content.rows()).hasSize(2).allMatch(row -> row.get(2).contains("dont 45\u00A0min de rencontre"));
        assertThat(content.totals().get(0).get(1)).isEqualTo("240,00\u00A0$");
        assertThat(maude.call(() -> receipts.row(receipt)).lines()).isEqualTo(2);
        UUID other = maude.call(() -> Features.get(Files.class).open(Samples.person("fr"), ""));
        UUID theirs = maude.call(() -> Features.get(Meetings.class).recordHeld(other, service.getId(), now().minusDays(3), 45, "office", ""));
        refused("receipt.one_file", () -> issue(new ReceiptOrder("receipt", List.of(held(60), theirs), null, List.of(), null, paid(), null), "mixed"));
    }

    @Test
    void taxes_are_kept_with_rate_and_base_and_a_missing_number_is_named_before() throws Exception {
        Service coaching = Samples.service("CAD", 10000, "taxable");
        InWorkspace here = practice("CA-QC", Samples.quebecPractice(), coaching);
        UUID one = here.call(() -> Features.get(Files.class).open(Samples.person("fr"), ""));
        UUID meeting = here.call(() -> Features.get(Meetings.class).recordHeld(one, coaching.getId(), now().minusDays(2), 45, "office", ""));
        ReceiptOrder order = ReceiptOrder.of(meeting, new Payment("cash", today().minusDays(1)));
        assertThat(here.call(() -> issuing.preview(order)).content().mentions()).containsExactly("Aucune taxe\u00A0: petit fournisseur non inscrit à la TPS ni à la TVQ");
        here.run(() -> Features.get(ReceiptSettings.class).register(today(), "taxable", new TaxRegistration.Numbers("123456789 RT0001", null, null), false));
        assertThat(here.call(() -> issuing.preview(order)).missing()).containsExactly(new Missing("qst", "taxes"));
        refused("receipt.incomplete", () -> here.call(() -> issuing.issue(order, "k")));
        refused("receipt.tax_number", () -> here.call(() -> {
            Features.get(ReceiptSettings.class).register(today(), "taxable", new TaxRegistration.Numbers("12", null, null), false);
            return null;
        }));
        here.run(() -> Features.get(ReceiptSettings.class).register(today(), "taxable", new TaxRegistration.Numbers("123456789 RT0001", "1234567890TQ0001", null), false));
        UUID receipt = here.call(() -> issuing.issue(order, "k"));
        ReceiptRow row = here.call(() -> receipts.row(receipt));
        assertThat(row.total()).isEqualTo(new Money(11498, "CAD"));
        assertThat(row.paid()).isEqualTo(new Money(11500, "CAD"));
        List<Object[]> taxes = here.query(em -> em.createQuery("select t.code, t.baseMinor, t.amountMinor from ReceiptTax t order by t.position", Object[].class).getResultList());
        assertThat(taxes).containsExactly(new Object[] {"gst", 10000L, 500L}, new Object[] {"qst", 10000L, 998L});
    }

    @Test
    void numbers_go_on_after_another_tool_once_and_upwards() throws Exception {
        ReceiptSettings settings = Features.get(ReceiptSettings.class);
        String code = String.valueOf(year());
        maude.run(() -> settings.begin(code, 148));
        refused("receipt.series_up", () -> maude.call(() -> {
            settings.begin(code, 100);
            return null;
        }));
        UUID receipt = issue(ReceiptOrder.of(held(1), paid()), "one");
        assertThat(maude.call(() -> receipts.row(receipt)).number()).isEqualTo(code + "-0148");
        refused("receipt.series_begun", () -> maude.call(() -> {
            settings.begin(code, 500);
            return null;
        }));
        List<Long> changes = maude.query(em -> em.createQuery("select c.after from ReceiptSeriesChange c", Long.class).getResultList());
        assertThat(changes).containsExactly(148L);
    }

    @Test
    void fifty_identical_forms_sent_at_once_make_one_receipt() throws Exception {
        UUID meeting = held(1);
        List<Callable<UUID>> forms = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            forms.add(() -> issue(ReceiptOrder.of(meeting, paid()), "the one"));
        }
        assertThat(atOnce(forms).stream().distinct()).hasSize(1);
        Long made = maude.query(em -> em.createQuery("select count(r) from Receipt r", Long.class).getSingleResult());
        assertThat(made).isEqualTo(1);
        Long next = maude.query(em -> em.createQuery("select max(s.next) from ReceiptSeries s", Long.class).getSingleResult());
        assertThat(next).isEqualTo(2);
    }

    @Test
    void an_invoice_of_france_is_frozen_with_its_xml_and_so_is_its_credit_note() throws Exception {
        Service session = Samples.service("EUR", 4500, "franchise");
        InWorkspace camille = practice("FR", Samples.frenchPractice(), session);
        UUID one = camille.call(() -> Features.get(Files.class).open(Samples.person("fr"), ""));
        UUID meeting = camille.call(() -> Features.get(Meetings.class).recordHeld(one, session.getId(), now().minusDays(2), 45, "office", ""));
        Buyer company = new Buyer(null, "Atelier Exemple", "5, rue Basse\n75001 Paris", "732 829 320", null, null, 30);
        UUID invoice = camille.call(() -> issuing.issue(new ReceiptOrder("invoice", List.of(meeting), null, List.of(), null, null, company), "f"));
        UUID credit = camille.call(() -> issuing.credit(invoice, "Séance offerte", "a"));
        assertThat(camille.call(() -> receipts.row(credit)).number()).isEqualTo("A" + year() + "-0001");
        for (UUID id : List.of(invoice, credit)) {
            assertThat(camille.call(() -> Features.get(ReceiptWork.class).seal(id))).isTrue();
            assertThat(Pdf.attached(camille.call(() -> receipts.file(id)).bytes(), "factur-x.xml"))
                .isEqualTo(camille.call(() -> receipts.content(id)).invoice().xml()).contains("VATEX-FR-FRANCHISE", id.equals(credit) ? ">381<" : ">380<");
        }
    }

    private ReceiptOrder share(UUID meeting, Long minor, UUID... attendees) {
        return new ReceiptOrder("receipt", List.of(meeting), minor, List.of(attendees), null, paid(), null);
    }

    private UUID held(int hoursAgo) throws Exception {
        return maude.call(() -> Features.get(Meetings.class).recordHeld(file, service.getId(), now().minusHours(hoursAgo).minusDays(2), 45, "office", ""));
    }

    private UUID issue(ReceiptOrder order, String key) throws Exception {
        return maude.call(() -> issuing.issue(order, key));
    }

    private static Payment paid() {
        return new Payment("card", today().minusDays(1));
    }

    private static InWorkspace practice(String jurisdiction, Practice practice, Service service) throws Exception {
        InWorkspace here = InWorkspace.practitioner(RealDatabase.get().newWorkspace(jurisdiction));
        here.run(() -> Features.get(Practices.class).establish(practice, List.of(), List.of(service)));
        return here;
    }

    private static LocalDateTime now() {
        return LocalDateTime.ofInstant(TestClock.now(), Samples.zone("CA-QC"));
    }

    private static LocalDate today() {
        return now().toLocalDate();
    }

    private static int year() {
        return today().getYear();
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static void refused(String code, Callable<?> call) {
        assertThatThrownBy(call::call).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
