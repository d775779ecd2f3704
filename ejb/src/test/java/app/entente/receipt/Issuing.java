package app.entente.receipt;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Issues and seals the receipts of meetings, each with its own key, until all are acknowledged: a form that got no answer is sent again. As a
 * program it is a server that may be killed; its arguments are the workspace, the file of meetings and the file that it acknowledges in.
 */
final class Issuing {

    private static final int THREADS = 3;

    private final UUID tenant;
    private final LocalDate paidOn;
    private final ConcurrentHashMap<UUID, UUID> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger sentAgain = new AtomicInteger();

    Issuing(UUID tenant, LocalDate paidOn) {
        this.tenant = tenant;
        this.paidOn = paidOn;
    }

    public static void main(String[] arguments) throws Exception {
        List<UUID> meetings = Files.readAllLines(Path.of(arguments[1])).stream().map(UUID::fromString).toList();
        new Issuing(UUID.fromString(arguments[0]), LocalDate.parse(arguments[3])).all(meetings, Path.of(arguments[2]));
        // The time-stamping authority would keep it alive.
        System.exit(0);
    }

    /** Issues them all; each acknowledgement is a line in the file, written when the answer has come. */
    void all(List<UUID> meetings, Path answers) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        meetings.forEach(meeting -> pool.execute(() -> one(meeting, answers)));
        pool.shutdown();
        if (!pool.awaitTermination(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("not all receipts were issued");
        }
    }

    private void one(UUID meeting, Path answers) {
        UUID receipt = null;
        while (receipt == null) {
            try {
                receipt = InWorkspace.practitioner(tenant).call(() -> Features.get(Receipts.class).issue(meeting, meeting.toString(), new Payment("card", paidOn)));
            } catch (BusinessRuleViolation e) {
                throw e;
            } catch (Exception e) {
                again();
            }
        }
        acknowledged.put(meeting, receipt);
        write(answers, meeting + " " + receipt);
        UUID issued = receipt;
        try {
            InWorkspace.practitioner(tenant).call(() -> Features.get(ReceiptWork.class).seal(issued));
        } catch (Exception e) {
            // As on the page: the document is left to the timer.
            sentAgain.incrementAndGet();
        }
    }

    private void again() {
        sentAgain.incrementAndGet();
        java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }

    private static synchronized void write(Path answers, String line) {
        try {
            Files.writeString(answers, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** How often a form had to be sent again, or a document was left to the timer. */
    int failures() {
        return sentAgain.get();
    }
}
