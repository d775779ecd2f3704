package app.entente.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.file.Files;
import app.entente.meeting.Meetings;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Power cuts: PostgreSQL (all its processes) and the server that issues are killed without warning, five times each, in the middle of 200 receipts.
 * Not among the tests of every build, as it takes the database from under the others: {@code mvn -Pbenchmark verify}, or it alone with
 * {@code mvn -pl config,ejb -Pbenchmark verify -Dit.test=ReceiptCrashBenchmark}. Its figures are printed and left in {@code target/receipts/crash.txt}.
 */
class ReceiptCrashBenchmark {

    private static final int RECEIPTS = 200;
    private static final int KILLS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path FOLDER = Path.of("target", "receipts").toAbsolutePath();

    private InWorkspace maude;
    private List<UUID> meetings;

    @BeforeAll
    static void the_texts_of_the_law_are_there() throws Exception {
        Features.demo();
        java.nio.file.Files.createDirectories(FOLDER);
        PowerCut.killAndRestart();
    }

    @BeforeEach
    void two_hundred_meetings() throws Exception {
        Service service = Samples.service("CAD", 12000, "exempt");
        maude = InWorkspace.practitioner(RealDatabase.get().newWorkspace("CA-QC"));
        maude.run(() -> Features.get(Practices.class).establish(Samples.quebecPractice(), List.of(), List.of(service)));
        UUID file = maude.call(() -> Features.get(Files.class).open(Samples.person("fr"), ""));
        meetings = new ArrayList<>();
        for (int i = 0; i < RECEIPTS; i++) {
            LocalDateTime at = now().minusDays(2).minusHours(i + 1L);
            meetings.add(maude.call(() -> Features.get(Meetings.class).recordHeld(file, service.getId(), at, 45, "office", "")));
        }
    }

    @Test
    void killing_postgresql_five_times_loses_nothing_and_leaves_no_gap() throws Exception {
        Path answers = answers("postgresql");
        Issuing issuing = new Issuing(maude.tenant(), today().minusDays(1));
        AtomicReference<Exception> failure = new AtomicReference<>();
        Thread work = new Thread(() -> {
            try {
                issuing.all(meetings, answers);
            } catch (Exception e) {
                failure.set(e);
            }
        });
        work.start();
        List<Long> restarts = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            waitFor(answers, kill * RECEIPTS / (KILLS + 1));
            restarts.add(PowerCut.killAndRestart());
        }
        work.join();
        assertThat(failure.get()).isNull();
        report("PostgreSQL", answers, restarts + " ms until it answered again, " + issuing.failures() + " calls without an answer");
    }

    @Test
    void killing_the_server_that_issues_five_times_loses_nothing_and_leaves_no_gap() throws Exception {
        Path answers = answers("server");
        Path list = FOLDER.resolve("meetings.txt");
        java.nio.file.Files.write(list, meetings.stream().map(UUID::toString).toList());
        int killed = 0;
        boolean done = false;
        while (!done) {
            Process server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-D" + RealDatabase.SHARED + "=" + RealDatabase.get().port(), "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Issuing.class.getName(), maude.tenant().toString(), list.toString(), answers.toString(), today().minusDays(1).toString())
                .redirectErrorStream(true).redirectOutput(FOLDER.resolve("server.log").toFile()).start();
            if (killed < KILLS) {
                // A server begins with those that were acknowledged already: it has to go further than the one before.
                int before = distinct(answers);
                while (server.isAlive() && distinct(answers) < before + RECEIPTS / (KILLS + 2)) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                }
                assertThat(server.isAlive()).as("the server still issues").isTrue();
                server.destroyForcibly();
                server.waitFor();
                killed++;
            } else {
                assertThat(server.waitFor()).isZero();
                done = true;
            }
        }
        report("the server", answers, killed + " kills");
    }

    private void report(String what, Path answers, String more) throws Exception {
        Map<UUID, UUID> acknowledged = new HashMap<>();
        for (String line : java.nio.file.Files.readAllLines(answers)) {
            UUID meeting = UUID.fromString(line.substring(0, 36));
            UUID receipt = UUID.fromString(line.substring(37));
            assertThat(acknowledged.getOrDefault(meeting, receipt)).as("the same key gives the same receipt").isEqualTo(receipt);
            acknowledged.put(meeting, receipt);
        }
        Long open = count("select count(r) from Receipt r where r.status = 'issued'");
        TestClock.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 20 && count("select count(r) from Receipt r where r.status = 'issued'") > 0; i++) {
            InWorkspace.platform().run(() -> Features.get(ReceiptSealing.class).sealWaiting());
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        TestClock.reset();
        List<Long> numbers = maude.query(em -> List.copyOf(em.createQuery("select r.number from Receipt r order by r.number", Long.class).getResultList()));
        List<UUID> ids = maude.query(em -> List.copyOf(em.createQuery("select r.id from Receipt r", UUID.class).getResultList()));
        Long documents = count("select count(s) from SealedDocument s where s.kind = 'receipt'");
        Long without = count("select count(r) from Receipt r where r.sealedId is null");
        Long lines = count("select count(l) from ReceiptLine l");
        int again = 0;
        for (UUID meeting : meetings) {
            UUID receipt = maude.call(() -> Features.get(Receipts.class).issue(meeting, meeting.toString(), new Payment("card", today().minusDays(1))));
            again += receipt.equals(acknowledged.get(meeting)) ? 1 : 0;
        }
        long lost = acknowledged.values().stream().filter(id -> !ids.contains(id)).count();
        String figures = "%s killed: %d receipts, numbers %d to %d, %d gaps, %d acknowledged lost, %d sealed documents, %d made afterwards, %d without, same receipt for the same key %d of %d; %s%n"
            .formatted(what, numbers.size(), numbers.get(0), numbers.get(numbers.size() - 1), numbers.get(numbers.size() - 1) - numbers.size(), lost, documents, open,
                without, again, meetings.size(), more);
        java.nio.file.Files.writeString(FOLDER.resolve("crash.txt"), figures, StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.APPEND);
        System.out.print(figures);
        assertThat(numbers).containsExactlyElementsOf(IntStream.rangeClosed(1, RECEIPTS).mapToObj(Long::valueOf).toList());
        assertThat(lost).isZero();
        assertThat(documents).isEqualTo(RECEIPTS);
        assertThat(without).isZero();
        assertThat(lines).isEqualTo(RECEIPTS);
        assertThat(again).isEqualTo(RECEIPTS);
    }

    private Long count(String query) throws Exception {
        return maude.query(em -> em.createQuery(query, Long.class).getSingleResult());
    }

    private static Path answers(String name) throws IOException {
        Path answers = FOLDER.resolve("answers-" + name + ".txt");
        java.nio.file.Files.deleteIfExists(answers);
        java.nio.file.Files.createFile(answers);
        return answers;
    }

    private static void waitFor(Path answers, int lines) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (distinct(answers) < lines) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static int distinct(Path answers) throws IOException {
        return (int) java.nio.file.Files.readAllLines(answers).stream().distinct().count();
    }

    private static LocalDateTime now() {
        return LocalDateTime.ofInstant(TestClock.now(), Samples.zone("CA-QC"));
    }

    private static LocalDate today() {
        return now().toLocalDate();
    }
}
