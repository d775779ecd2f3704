package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.config.Stack;
import app.entente.journey.isolation.Reply;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two hundred receipts are issued over HTTP, four at a time, while the server and then PostgreSQL are killed again and again as by a power cut. What was acknowledged
 * has to be there, numbers have no gap, nothing is there twice, and every receipt gets its one document. It prints what it saw and fails when anything was lost.
 */
@ExtendWith(Journeys.class)
class CrashBenchmark {

    private static final int RECEIPTS = 200;
    private static final int HANDS = 4;
    private static final List<Integer> SERVER_DIES_AT = List.of(25, 55, 85);
    private static final List<Integer> DATABASE_DIES_AT = List.of(105, 120, 135, 150, 165);
    private static final long PATIENCE_S = 180;

    private final Stack stack = Installation.stack();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger again = new AtomicInteger();

    @Test
    void nothing_is_lost_and_nothing_comes_twice_when_server_and_database_are_killed(Journeys journeys) throws Exception {
        Screen screen = journeys.signedIn(Person.MAUDE, Device.DESKTOP);
        screen.opens(Person.MAUDE.home());
        List<String> meetings = ReceiptDesk.meetings(RECEIPTS);
        Queue<String> left = new ConcurrentLinkedQueue<>(meetings);
        List<CompletableFuture<Void>> hands = new ArrayList<>();
        for (int i = 0; i < HANDS; i++) {
            ReceiptDesk desk = new ReceiptDesk(screen);
            hands.add(CompletableFuture.runAsync(() -> issues(desk, left), task -> new Thread(task, "issues").start()));
        }

        List<Double> serverStarts = new ArrayList<>();
        for (int at : SERVER_DIES_AT) {
            until(() -> acknowledged.size() >= at);
            stack.killServer();
            long from = System.nanoTime();
            stack.restartServer();
            serverStarts.add(seconds(from));
        }
        ReceiptDesk prober = new ReceiptDesk(screen);
        List<double[]> databaseStarts = new ArrayList<>();
        for (int at : DATABASE_DIES_AT) {
            until(() -> acknowledged.size() >= at);
            databaseStarts.add(databaseDies(prober));
        }
        until(() -> hands.stream().allMatch(CompletableFuture::isDone));
        hands.forEach(CompletableFuture::join);

        // Nobody asks anything between this kill and the one request that follows.
        stack.killDatabase();
        stack.restartDatabase();
        int first = prober.reads("/receipt/list").status();

        Set<String> receipts = new LinkedHashSet<>(acknowledged.values());
        String ours = "tenant_id = '$' and id in (select receipt_id from receipt_line where tenant_id = '$' and meeting_id in " + ReceiptDesk.in(meetings) + ")";
        until(() -> none("select count(*) from receipt where status = 'issued' and " + ours));
        List<Long> numbers = ReceiptDesk.column("select number from receipt where " + ours + " order by number").stream().map(Long::valueOf).toList();
        List<String> there = ReceiptDesk.column("select id from receipt where " + ours);
        long gaps = numbers.get(numbers.size() - 1) - numbers.get(0) + 1 - numbers.stream().distinct().count();
        long lost = receipts.stream().filter(receipt -> !there.contains(receipt)).count();
        long doubled = ReceiptDesk.number("select count(*) from (select meeting_id from receipt_line where tenant_id = '$' and meeting_id in " + ReceiptDesk.in(meetings)
            + " group by meeting_id having count(*) > 1) m");
        List<String> documents = ReceiptDesk.column("select subject_id from sealed_document where tenant_id = '$' and subject_id in " + ReceiptDesk.in(there));
        long afterwards = ReceiptDesk.number("select count(*) from receipt r join sealed_document d on d.tenant_id = r.tenant_id and d.subject_id = r.id where r."
            + ours.replace("and id in", "and r.id in") + " and d.sealed_at > r.issued_at + interval '5 seconds'");
        long same = meetings.stream().filter(meeting -> ReceiptDesk.receipt(prober.page(meeting)).filter(acknowledged.get(meeting)::equals).isPresent()).count();

        System.out.printf("R2  server killed %d times (back in %s s), PostgreSQL %d times: %d receipts issued over HTTP, %d gaps, %d acknowledged lost, %d doubled, %d documents, "
            + "%d of them made after a restart, %d forms sent again, same receipt for the same meeting and key %d of %d%n", SERVER_DIES_AT.size(), list(serverStarts),
            DATABASE_DIES_AT.size() + 1, there.size(), gaps, lost, doubled, documents.size(), afterwards, again.get(), same, RECEIPTS);
        for (double[] start : databaseStarts) {
            System.out.printf("R2  PostgreSQL answers again after %.2f s, the application after %.2f s: ratio %.2f (goal 3)%n", start[0], start[1], start[1] / start[0]);
        }
        System.out.printf("R2  median of these ratios: %.2f%n", databaseStarts.stream().map(start -> start[1] / start[0]).sorted().skip(databaseStarts.size() / 2).findFirst().orElseThrow());
        System.out.printf("R7  the first request after PostgreSQL came back: %d%n", first);

        assertThat(contradictions).isEmpty();
        assertThat(acknowledged).hasSize(RECEIPTS);
        assertThat(lost).as("acknowledged and lost").isZero();
        assertThat(numbers).containsExactlyElementsOf(LongStream.range(numbers.get(0), numbers.get(0) + RECEIPTS).boxed().toList());
        assertThat(doubled).as("meetings with two receipts").isZero();
        assertThat(documents).as("one document each").containsExactlyInAnyOrderElementsOf(there);
        assertThat(same).isEqualTo(RECEIPTS);
        assertThat(first).as("the first request after a restart").isEqualTo(200);
    }

    /** Takes the next meeting until none is left; sends the form again, with its first key, until it is acknowledged. */
    private void issues(ReceiptDesk desk, Queue<String> left) {
        for (String meeting = left.poll(); meeting != null; meeting = left.poll()) {
            while (!isIssued(desk, meeting)) {
                again.incrementAndGet();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
        }
    }

    private boolean isIssued(ReceiptDesk desk, String meeting) {
        try {
            Reply page = desk.page(meeting);
            Reply answer = page;
            if (ReceiptDesk.sheet(page).isPresent()) {
                ReceiptDesk.Sheet sheet = ReceiptDesk.sheet(page).get();
                answer = desk.sends(sheet.under(keys.computeIfAbsent(meeting, m -> sheet.key())));
            }
            ReceiptDesk.receipt(answer).ifPresent(receipt -> {
                String before = acknowledged.putIfAbsent(meeting, receipt);
                if (before != null && !before.equals(receipt)) {
                    contradictions.add(meeting + ": " + before + ", then " + receipt);
                }
            });
            return acknowledged.containsKey(meeting);
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Kills it; answers how many seconds after the beginning of its restart it answers itself, and the application does. */
    private double[] databaseDies(ReceiptDesk prober) throws Exception {
        stack.killDatabase();
        long from = System.nanoTime();
        CompletableFuture<Double> database = CompletableFuture.supplyAsync(() -> {
            until(CrashBenchmark::databaseAnswers);
            return seconds(from);
        });
        CompletableFuture<Double> application = CompletableFuture.supplyAsync(() -> {
            until(() -> applicationAnswers(prober));
            return seconds(from);
        });
        stack.restartDatabase();
        return new double[] {database.get(), application.get()};
    }

    private static boolean databaseAnswers() {
        try (Connection connection = Crowd.superuser()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean applicationAnswers(ReceiptDesk prober) {
        try {
            return prober.reads("/receipt/list").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static boolean none(String count) {
        try {
            return ReceiptDesk.number(count) == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier happens) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!happens.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static String list(List<Double> seconds) {
        return String.join(", ", seconds.stream().map("%.1f"::formatted).toList());
    }
}
