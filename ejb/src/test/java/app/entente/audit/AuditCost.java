package app.entente.audit;

import app.entente.file.Files;
import app.entente.person.PersonDetails;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * What the trail costs: the same business transactions with the interceptor and without, each in a JVM and a database of its own, in turn. Prints the
 * medians and their ratio. Run it on an otherwise idle machine; the test database does not wait for its disk, so the share of the trail looks larger here
 * than on one that does.
 */
public final class AuditCost {

    private static final int ROUNDS = 3;
    private static final int WARM = 300;
    private static final int MEASURED = 1500;

    private AuditCost() {
    }

    /** Without an argument: the whole comparison. With one: a single measurement, printed as two numbers of microseconds. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length > 0) {
            out.println("measured " + reading() + " " + writing());
            // The database and the stamp authority of the tests hold the JVM open.
            System.exit(0);
        }
        List<double[]> with = new ArrayList<>();
        List<double[]> without = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            without.add(fork("-Dfeatures.without=" + AuditTrail.class.getName()));
            with.add(fork("-Dfeatures.without="));
        }
        for (int kind = 0; kind < 2; kind++) {
            double plain = median(without, kind);
            double audited = median(with, kind);
            out.printf("%s: %.0f µs without, %.0f µs with the trail, ratio %.2f%n", kind == 0 ? "opening a file" : "beginning a file", plain, audited, audited / plain);
        }
    }

    /** One file read, each time by somebody else, so that every reading is an entry. */
    private static long reading() throws Exception {
        UUID workspace = RealDatabase.get().newWorkspace("FR");
        UUID file = InWorkspace.practitioner(workspace).call(() -> Features.get(Files.class).open(details(), ""));
        return measure(() -> InWorkspace.practitioner(workspace).run(() -> Features.get(Files.class).find(file)));
    }

    /** A person, a file, a participant and a counter written. */
    private static long writing() throws Exception {
        UUID workspace = RealDatabase.get().newWorkspace("FR");
        return measure(() -> InWorkspace.practitioner(workspace).run(() -> Features.get(Files.class).open(details(), "")));
    }

    private static long measure(InWorkspace.Action action) throws Exception {
        for (int i = 0; i < WARM; i++) {
            action.run();
        }
        long[] times = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long from = System.nanoTime();
            action.run();
            times[i] = System.nanoTime() - from;
        }
        Arrays.sort(times);
        return times[MEASURED / 2] / 1000;
    }

    private static double[] fork(String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", option, "-cp",
            System.getProperty("java.class.path"), AuditCost.class.getName(), "once").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        String[] numbers = said.substring(said.indexOf("measured ") + "measured ".length()).strip().split("\\s+");
        return new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
    }

    private static double median(List<double[]> rounds, int kind) {
        return rounds.stream().mapToDouble(round -> round[kind]).sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    }

    private static PersonDetails details() {
        PersonDetails details = new PersonDetails();
        details.setGivenName("Ada");
        details.setFamilyName("Example");
        return details;
    }
}
