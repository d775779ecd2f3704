package app.entente.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.document.SealCheck;
import app.entente.document.SealVerdict;
import app.entente.file.Files;
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
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receipts in the real database, as the application's role: numbers without gaps, one receipt a form, one document a receipt. */
class ReceiptsIT {

    private InWorkspace maude;
    private UUID file;
    private Service service;

    @BeforeAll
    static void the_texts_of_the_law_are_there() throws Exception {
        Features.demo();
    }

    @BeforeEach
    void a_practice_with_a_client() throws Exception {
        service = Samples.service("CAD", 12000, "exempt");
        maude = practice("CA-QC", Samples.quebecPractice(), service);
        file = file(maude, "Noa");
    }

    @AfterEach
    void the_clock_is_right_again() {
        TestClock.reset();
    }

    @Test
    void fifty_receipts_issued_at_once_have_the_numbers_one_to_fifty() throws Exception {
        List<UUID> meetings = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            meetings.add(held(maude, file, service, i + 1));
        }
        atOnce(16, meetings.stream().<Callable<UUID>>map(meeting -> () -> issue(maude, meeting, meeting.toString())).toList());
        assertThat(numbers(maude)).containsExactlyElementsOf(IntStream.rangeClosed(1, 50).mapToObj(Long::valueOf).toList());
        ReceiptLedger ledger = maude.call(() -> Features.get(Receipts.class).ledger(null, null, ""));
        assertThat(ledger.count()).isEqualTo(50);
        assertThat(ledger.total()).isEqualTo(new Money(600_000, "CAD"));
        assertThat(ledger.rows().get(0).number()).isEqualTo(year() + "-0050");
    }

    @Test
    void every_workspace_begins_at_one() throws Exception {
        Service session = Samples.service("EUR", 4500, "franchise");
        InWorkspace camille = practice("FR", Samples.frenchPractice(), session);
        UUID other = file(camille, "Sacha");
        issue(maude, held(maude, file, service, 1), "a");
        issue(camille, held(camille, other, session, 1), "a");
        assertThat(numbers(maude)).containsExactly(1L);
        assertThat(numbers(camille)).containsExactly(1L);
    }

    @Test
    void the_same_form_sent_twice_even_at_once_gives_the_same_receipt() throws Exception {
        UUID meeting = held(maude, file, service, 1);
        Set<UUID> receipts = Set.copyOf(atOnce(4, List.of(() -> issue(maude, meeting, "one"), () -> issue(maude, meeting, "one"),
            () -> issue(maude, meeting, "one"), () -> issue(maude, meeting, "one"))));
        assertThat(receipts).hasSize(1).containsExactly(issue(maude, meeting, "one"));
        assertThat(numbers(maude)).containsExactly(1L);
    }

    @Test
    void another_form_for_the_same_meeting_and_the_same_form_for_another_are_refused() throws Exception {
        UUID meeting = held(maude, file, service, 1);
        issue(maude, meeting, "one");
        refused("receipt.already_issued", () -> issue(maude, meeting, "two"));
        UUID other = held(maude, file, service, 2);
        refused("receipt.key_used", () -> issue(maude, other, "one"));
        assertThat(numbers(maude)).containsExactly(1L);
    }

    @Test
    void a_refused_receipt_leaves_no_gap() throws Exception {
        UUID strange = held(maude, file(maude, "Noa \uD80C\uDC00"), service, 1);
        refused("receipt.unprintable", () -> issue(maude, strange, "strange"));
        UUID booked = maude.call(() -> Features.get(Meetings.class).book(file, service.getId(), now().plusDays(1), 45, "office", ""));
        refused("receipt.not_held", () -> issue(maude, booked, "booked"));
        UUID meeting = held(maude, file, service, 2);
        refused("receipt.not_paid_yet", () -> maude.call(() -> Features.get(Issuing.class).issue(meeting, "late", new Payment("card", today().plusDays(2)))));
        issue(maude, meeting, "late");
        assertThat(numbers(maude)).containsExactly(1L);
    }

    @Test
    void a_clock_that_went_back_issues_nothing_before_the_last_receipt() throws Exception {
        UUID first = held(maude, file, service, 1);
        UUID second = held(maude, file, service, 2);
        TestClock.advance(Duration.ofDays(2));
        int year = year();
        issue(maude, first, "first");
        TestClock.reset();
        if (year() == year) {
            refused("receipt.before_last", () -> issue(maude, second, "second"));
        }
        TestClock.advance(Duration.ofDays(2));
        issue(maude, second, "second");
        assertThat(numbers(maude)).containsExactly(1L, 2L);
    }

    @Test
    void the_document_is_sealed_once_however_many_ask_and_is_found_genuine() throws Exception {
        UUID receipt = issue(maude, held(maude, file, service, 1), "one");
        assertThatThrownBy(() -> maude.call(() -> Features.get(Receipts.class).file(receipt))).isInstanceOf(NotFound.class);
        Callable<Boolean> seal = () -> maude.call(() -> Features.get(ReceiptWork.class).seal(receipt));
        assertThat(atOnce(3, List.of(seal, seal, seal))).containsExactly(true, true, true);
        long sealed = maude.query(em -> (Long) em.createQuery("select count(s) from SealedDocument s where s.subjectId = :receipt")
            .setParameter("receipt", receipt).getSingleResult());
        assertThat(sealed).isEqualTo(1);
        ReceiptFile pdf = maude.call(() -> Features.get(Receipts.class).file(receipt));
        assertThat(pdf.name()).isEqualTo("recu-" + year() + "-0001.pdf");
        assertThat(maude.call(() -> Features.get(SealCheck.class).check(pdf.bytes())).state()).isEqualTo(SealVerdict.State.GENUINE);
        assertThat(maude.call(() -> Features.get(Receipts.class).checkCode(receipt))).isNotNull();
    }

    @Test
    void a_receipt_left_unsealed_is_sealed_by_the_timer() throws Exception {
        UUID meeting = held(maude, file, service, 1);
        TestClock.advance(Duration.ofSeconds(-60));
        UUID receipt = issue(maude, meeting, "one");
        TestClock.reset();
        Callable<Boolean> sealed = () -> maude.call(() -> Features.get(Receipts.class).row(receipt)).sealed();
        assertThat(sealed.call()).isFalse();
        InWorkspace.platform().run(() -> Features.get(ReceiptSealing.class).sealWaiting());
        assertThat(sealed.call()).isTrue();
        ReceiptFile first = maude.call(() -> Features.get(Receipts.class).file(receipt));
        InWorkspace.platform().run(() -> Features.get(ReceiptSealing.class).sealWaiting());
        assertThat(maude.call(() -> Features.get(Receipts.class).file(receipt)).bytes()).isEqualTo(first.bytes());
    }

    @Test
    void a_client_sees_only_their_own() throws Exception {
        UUID receipt = issue(maude, held(maude, file, service, 1), "one");
        maude.call(() -> Features.get(ReceiptWork.class).seal(receipt));
        UUID otherFile = file(maude, "Aïcha");
        InWorkspace noa = InWorkspace.client(maude.tenant(), maude.call(() -> Features.get(Files.class).client(file).getId()));
        InWorkspace other = InWorkspace.client(maude.tenant(), maude.call(() -> Features.get(Files.class).client(otherFile).getId()));
        assertThat(noa.call(() -> Features.get(Receipts.class).mine())).extracting(ReceiptRow::id).containsExactly(receipt);
        assertThat(noa.call(() -> Features.get(Receipts.class).myFile(receipt)).bytes()).isNotEmpty();
        assertThat(other.call(() -> Features.get(Receipts.class).mine())).isEmpty();
        assertThatThrownBy(() -> other.call(() -> Features.get(Receipts.class).myFile(receipt))).isInstanceOf(NotFound.class);
    }

    @Test
    void the_list_is_filtered_by_period_and_client_and_knows_which_meetings_have_one() throws Exception {
        UUID meeting = held(maude, file, service, 1);
        UUID receipt = issue(maude, meeting, "one");
        UUID other = held(maude, file(maude, "Félix"), service, 2);
        issue(maude, other, "two");
        Receipts receipts = Features.get(Receipts.class);
        assertThat(maude.call(() -> receipts.ledger(null, null, "noa")).rows()).extracting(ReceiptRow::id).containsExactly(receipt);
        assertThat(maude.call(() -> receipts.ledger(today(), today(), "")).count()).isEqualTo(2);
        assertThat(maude.call(() -> receipts.ledger(today().plusDays(1), null, ""))).isEqualTo(new ReceiptLedger(List.of(), 0, null));
        UUID without = held(maude, file, service, 3);
        assertThat(maude.call(() -> receipts.ofMeetings(List.of(meeting, without)))).containsOnlyKeys(meeting);
    }

    @Test
    void a_receipt_is_never_deleted_and_never_loses_its_number() throws Exception {
        issue(maude, held(maude, file, service, 1), "one");
        assertThatThrownBy(() -> maude.query(em -> em.createQuery("delete from Receipt r").executeUpdate())).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> maude.query(em -> em.createQuery("delete from ReceiptLine l").executeUpdate())).hasMessageContaining("permission denied");
        assertThat(numbers(maude)).containsExactly(1L);
    }

    private static InWorkspace practice(String jurisdiction, Practice practice, Service service) throws Exception {
        InWorkspace here = InWorkspace.practitioner(RealDatabase.get().newWorkspace(jurisdiction));
        here.run(() -> Features.get(Practices.class).establish(practice, List.of(), List.of(service)));
        return here;
    }

    private static UUID file(InWorkspace here, String name) throws Exception {
        PersonDetails person = Samples.person("fr");
        person.setGivenName(name);
        return here.call(() -> Features.get(Files.class).open(person, ""));
    }

    private static UUID held(InWorkspace here, UUID file, Service service, int hoursAgo) throws Exception {
        return here.call(() -> Features.get(Meetings.class).recordHeld(file, service.getId(), now().minusHours(hoursAgo).minusDays(2), 45, "office", ""));
    }

    private static UUID issue(InWorkspace here, UUID meeting, String key) throws Exception {
        return here.call(() -> Features.get(Issuing.class).issue(meeting, key, new Payment("card", today().minusDays(1))));
    }

    private static List<Long> numbers(InWorkspace here) throws Exception {
        return here.query(em -> List.copyOf(em.createQuery("select r.number from Receipt r order by r.number", Long.class).getResultList()));
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

    private static <T> List<T> atOnce(int threads, List<Callable<T>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
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
