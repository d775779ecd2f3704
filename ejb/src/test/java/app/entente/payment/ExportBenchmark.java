package app.entente.payment;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.file.Files;
import app.entente.meeting.Meetings;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.receipt.Issuing;
import app.entente.receipt.Payment;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import app.entente.testing.TestClock;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The accountant's files of a practice with 60,000 receipts and as many payments in five years, and of the twelfth part of it: seconds, size, memory. It prints and judges nothing but the count of lines. */
class ExportBenchmark {

    private static final int RECEIPTS = 60_000;
    private static final int YEARS = 5;

    private InWorkspace camille;
    private LocalDate last;

    @BeforeAll
    static void the_texts_of_the_law_are_there() throws Exception {
        Features.demo();
    }

    @Test
    void sixty_thousand_receipts_take_no_more_memory_than_some() throws Exception {
        manyReceipts();
        System.out.println("exports of " + RECEIPTS + " receipts and as many payments in " + YEARS + " years, and of their last five months");
        export(ExportJob.FEC, last.minusMonths(4).withDayOfMonth(1));
        for (String kind : List.of(ExportJob.JOURNAL, ExportJob.FEC)) {
            assertThat(export(kind, last.minusYears(YEARS).plusDays(1))).isEqualTo(1 + 4 * RECEIPTS);
        }
    }

    /** Orders, makes and reads one; answers how many lines it has. */
    private long export(String kind, LocalDate first) throws Exception {
        Exports exports = Features.get(Exports.class);
        UUID job = camille.call(() -> exports.order(kind, first, last));
        InWorkspace timer = InWorkspace.nobody(camille.tenant());
        forgetPeaks();
        long from = System.nanoTime();
        List<Integer> progress = new ArrayList<>();
        while (timer.call(() -> Features.get(ExportWork.class).advance(job))) {
            progress.add(camille.call(() -> exports.all()).get(0).getProgress());
        }
        double made = (System.nanoTime() - from) / 1e9;
        long making = peak();
        assertThat(progress).as("progress that is shown").isSorted().doesNotHaveDuplicates();
        long lines = 0;
        long bytes = 0;
        long largest = 0;
        for (int position : camille.call(() -> exports.file(job)).pieces()) {
            byte[] piece = camille.call(() -> exports.piece(job, position));
            bytes += piece.length;
            largest = Math.max(largest, piece.length);
            lines += new String(piece, Fec.LETTERS).lines().count();
        }
        System.out.printf("%-8s from %s: %,8d lines, %5.1f MB, largest piece %4.2f MB, made in %5.1f s (%d steps of progress), peak of the heap while made %d MB%n", kind, first,
            lines, bytes / 1e6, largest / 1e6, made, progress.size(), making);
        return lines;
    }

    /** One receipt is issued; the others are written from it straight into the database. */
    private void manyReceipts() throws Exception {
        Service service = Books.service("EUR", 4500);
        camille = InWorkspace.practitioner(RealDatabase.get().newWorkspace("FR"));
        camille.run(() -> Features.get(Practices.class).establish(Books.france(), List.of(), List.of(service)));
        UUID file = camille.call(() -> Features.get(Files.class).open(Books.person("Noa"), ""));
        LocalDateTime at = LocalDateTime.ofInstant(TestClock.now(), ZoneId.of("Europe/Paris")).minusDays(2);
        last = at.toLocalDate().plusDays(2);
        UUID meeting = camille.call(() -> Features.get(Meetings.class).recordHeld(file, service.getId(), at, 45, "office", ""));
        UUID receipt = camille.call(() -> Features.get(Issuing.class).issue(meeting, "first", new Payment("card", at.toLocalDate())));
        long from = System.nanoTime();
        try (Connection connection = RealDatabase.get().connect(As.SUPERUSER); Statement statement = connection.createStatement()) {
            String day = "date '" + last + "' - (n * " + YEARS * 365L + "::bigint / " + RECEIPTS + ")::integer";
            statement.execute("insert into receipt select (jsonb_populate_record(r, jsonb_build_object('id', uuidv7(), 'number', 1000 + n, 'display_number', 'N-' || n, 'idempotency_key', 'x' || n,"
                + " 'status', 'issued', 'issued_on', " + day + ", 'issued_at', now() + interval '1 day'))).* from receipt r, generate_series(1, " + (RECEIPTS - 1) + ") n where r.id = '" + receipt + "'");
            // The chain is of no interest here, and sixty thousand links would take as long as all the rest.
            statement.execute("set session_replication_role = replica");
            statement.execute("insert into ledger_entry select (jsonb_populate_record(e, jsonb_build_object('id', uuidv7(), 'seq', 1000 + n, 'idempotency_key', 'x' || n, 'paid_on', " + day
                + "))).* from ledger_entry e, generate_series(1, " + (RECEIPTS - 1) + ") n where e.receipt_id = '" + receipt + "'");
            statement.execute("analyze receipt");
            statement.execute("analyze ledger_entry");
        }
        System.out.printf("written in %.1f s%n", (System.nanoTime() - from) / 1e9);
    }

    private static void forgetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1_000_000;
    }
}
