package app.entente.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.file.Files;
import app.entente.file.PayerDetails;
import app.entente.file.Payers;
import app.entente.file.Taking;
import app.entente.kernel.Bilingual;
import app.entente.kernel.Money;
import app.entente.meeting.Meetings;
import app.entente.person.PersonDetails;
import app.entente.practice.Practice;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.TestClock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The held meetings of a week and what their receipts would say, in the real database. */
class WeekReceiptsIT {

    private final LocalDate monday = LocalDate.ofInstant(TestClock.now(), Samples.zone("CA-QC")).minusWeeks(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    private final Service paid = Samples.service("CAD", 12000, "exempt");
    private final Service free = new Service("f", "support", new Bilingual("Premier échange", "First talk"), new Bilingual("", ""), List.of("office"), List.of(), 45, 60,
        new Money(0, "CAD"), "exempt", 2);

    @BeforeAll
    static void the_texts_of_the_law_are_there() throws Exception {
        Features.demo();
    }

    @Test
    void every_held_meeting_of_the_week_is_there_with_what_its_receipt_says() throws Exception {
        InWorkspace maude = practice("CA-QC", Samples.quebecPractice(), paid, free);
        UUID file = file(maude);
        held(maude, file, paid, monday.minusDays(1).atTime(20, 0));
        UUID first = held(maude, file, paid, monday.atTime(9, 0));
        UUID offered = held(maude, file, free, monday.plusDays(1).atTime(9, 0));
        UUID last = held(maude, file, paid, monday.plusDays(6).atTime(22, 0));
        held(maude, file, paid, monday.plusWeeks(1).atTime(0, 30));
        List<WeekRow> rows = maude.call(() -> week().of(monday, "cheque"));
        assertThat(rows).extracting(WeekRow::id).containsExactly(first, offered, last);
        assertThat(rows).extracting(WeekRow::ready).containsExactly(true, false, true);
        assertThat(rows.get(1).settled()).isTrue();
        WeekRow row = rows.get(0);
        ReceiptPreview alone = maude.call(() -> Features.get(Issuing.class).preview(ReceiptOrder.of(first, new Payment("cheque", monday))));
        assertThat(row.preview()).isEqualTo(alone);
        assertThat(row.preview().toPay()).isEqualTo(new Money(12000, "CAD"));
        assertThat(row.preview().content().facts()).containsValue("Noa Tremblay").anySatisfy((name, value) -> assertThat(value).contains("par chèque"));
        assertThat(row.person()).isEqualTo("Noa Tremblay");
    }

    @Test
    void one_with_its_receipt_says_which_and_one_taken_back_is_ready_again() throws Exception {
        InWorkspace maude = practice("CA-QC", Samples.quebecPractice(), paid);
        UUID file = file(maude);
        UUID meeting = held(maude, file, paid, monday.atTime(9, 0));
        UUID receipt = maude.call(() -> Features.get(Issuing.class).issue(ReceiptOrder.of(meeting, new Payment("card", monday)), "one"));
        WeekRow row = maude.call(() -> week().of(monday, "card")).get(0);
        assertThat(row.settled()).isTrue();
        assertThat(row.receiptId()).isEqualTo(receipt);
        assertThat(row.number()).endsWith("-0001");
        maude.call(() -> Features.get(Issuing.class).credit(receipt, "Erreur", "credit"));
        assertThat(maude.call(() -> week().of(monday, "card")).get(0).ready()).isTrue();
    }

    @Test
    void what_is_missing_and_what_is_refused_is_named_in_each_row() throws Exception {
        InWorkspace maude = practice("CA-QC", withoutPhone(), paid);
        held(maude, file(maude), paid, monday.atTime(9, 0));
        WeekRow row = maude.call(() -> week().of(monday, "card")).get(0);
        assertThat(row.waiting()).isTrue();
        assertThat(row.preview().content()).isNull();
        assertThat(row.preview().missing()).containsExactly(new Missing("phone", "practice"));
        WeekRow unpaid = maude.call(() -> week().of(monday, null)).get(0);
        assertThat(unpaid.waiting()).isTrue();
        assertThat(unpaid.refused().code()).isEqualTo("receipt.not_paid_yet");
    }

    @Test
    void a_file_that_somebody_else_pays_for_says_so_on_their_days() throws Exception {
        InWorkspace maude = practice("CA-QC", Samples.quebecPractice(), paid);
        UUID theirs = file(maude);
        UUID own = file(maude);
        PayerDetails programme = new PayerDetails();
        programme.setName("Programme Exemple");
        UUID payer = maude.call(() -> Features.get(Payers.class).add(theirs, null, null, programme, LocalDate.ofInstant(TestClock.now(), Samples.zone("CA-QC"))));
        assertThat(maude.call(() -> Features.get(Payers.class).find(payer)).paysOn(LocalDate.ofInstant(TestClock.now(), Samples.zone("CA-QC")))).isTrue();
        LocalDate thisMonday = LocalDate.ofInstant(TestClock.now(), Samples.zone("CA-QC")).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDateTime soonest = LocalDateTime.ofInstant(TestClock.now(), Samples.zone("CA-QC")).minusHours(1);
        LocalDate week = soonest.toLocalDate().isBefore(thisMonday) ? thisMonday.minusWeeks(1) : thisMonday;
        UUID billed = held(maude, theirs, paid, soonest);
        held(maude, own, paid, soonest.minusMinutes(1));
        held(maude, theirs, paid, monday.atTime(9, 0));
        assertThat(maude.call(() -> week().of(week, "card")).stream().filter(WeekRow::paidByOther)).extracting(WeekRow::id)
            .isEqualTo(maude.call(() -> Features.get(Payers.class).on(theirs, soonest.toLocalDate())).isEmpty() ? List.of() : List.of(billed));
        assertThat(maude.call(() -> week().of(monday, "card"))).noneMatch(WeekRow::paidByOther);
    }

    @Test
    void in_france_a_note_may_come_before_its_payment_and_each_workspace_sees_its_own() throws Exception {
        Service session = Samples.service("EUR", 4500, "franchise");
        InWorkspace camille = practice("FR", Samples.frenchPractice(), session);
        InWorkspace other = practice("FR", Samples.frenchPractice(), Samples.service("EUR", 4500, "franchise"));
        UUID file = file(camille);
        held(camille, file, session, monday.atTime(9, 0));
        assertThat(camille.call(() -> week().of(monday, null))).hasSize(1).allMatch(WeekRow::ready);
        assertThat(other.call(() -> week().of(monday, null))).isEmpty();
    }

    private static Practice withoutPhone() {
        return new Practice("Maude Lavigne", new Practice.Title("ts", new Bilingual("travailleuse sociale", "social worker"), "T.S."),
            new Practice.Registration(new Bilingual("Ordre des travailleurs sociaux du Québec", "Order of social workers of Quebec"), "", "EXEMPLE-0001", LocalDate.of(2012, 6, 1), false, null, null),
            new Practice.PostalAddress("100, rue de l’Exemple, bureau 2", "Saint-Jérôme", "QC", "J7Z 0A0", "CA"), new Practice.Contact("", "maude@demo.example"),
            new Practice.Officer("Maude Lavigne", new Bilingual("responsable", "officer"), "donnees@demo.example"), null,
            new Practice.Tax("exempt", LocalDate.of(2012, 6, 1), "CAD"), new Practice.Path(1, 20));
    }

    @Test
    void the_questions_to_the_database_are_as_many_for_one_meeting_as_for_twelve() throws Exception {
        Service session = Samples.service("EUR", 4500, "franchise");
        InWorkspace camille = practice("FR", Samples.frenchPractice(), session);
        held(camille, file(camille), session, monday.atTime(9, 0));
        long one = statements(camille);
        for (int i = 0; i < 11; i++) {
            held(camille, file(camille), session, monday.plusDays(i % 6).atTime(10 + i / 6, 0));
        }
        assertThat(statements(camille)).isEqualTo(one).isLessThanOrEqualTo(9);
    }

    private long statements(InWorkspace here) throws Exception {
        long before = Features.statements();
        here.call(() -> week().of(monday, "transfer"));
        return Features.statements() - before;
    }

    private static WeekReceipts week() {
        return Features.get(WeekReceipts.class);
    }

    private UUID file(InWorkspace here) throws Exception {
        PersonDetails person = Samples.person("fr");
        return here.call(() -> Features.get(Files.class).takeOver(List.of(new Taking(person, "client")), "individual", "", "intake", monday.minusMonths(1)));
    }

    private static UUID held(InWorkspace here, UUID file, Service service, LocalDateTime at) throws Exception {
        return here.call(() -> Features.get(Meetings.class).recordHeld(file, service.getId(), at, 45, "office", ""));
    }

    private static InWorkspace practice(String jurisdiction, Practice practice, Service... services) throws Exception {
        InWorkspace here = InWorkspace.practitioner(RealDatabase.get().newWorkspace(jurisdiction));
        here.run(() -> Features.get(Practices.class).establish(practice, List.of(), List.of(services)));
        return here;
    }
}
