package app.entente.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.testing.Features;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Takes the database away as a power cut does, and brings it back. */
final class PowerCut {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path FOLDER = Path.of("target", "receipts").toAbsolutePath();

    private PowerCut() {
    }

    /**
     * Kills every process of the database at once and starts it anew on the same data, from then on as in life: what is acknowledged was written to the disk, for which the tests of
     * every build do not wait.
     *
     * @return milliseconds until it answered again
     */
    static long killAndRestart() throws Exception {
        String data;
        try (Connection connection = RealDatabase.get().connect(As.SUPERUSER)) {
            data = RealDatabase.rows(connection, "show data_directory").get(0).get(0);
        }
        long pid = Long.parseLong(java.nio.file.Files.readAllLines(Path.of(data, "postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<String> command = List.of(java.nio.file.Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline")).split("\u0000"));
        // PostgreSQL refuses to run as root; in a namespace of its own it is somebody else.
        List<String> restart = new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
        int program = restart.size();
        restart.addAll(command);
        restart.replaceAll(option -> option.replace("fsync=off", "fsync=on").replace("synchronous_commit=off", "synchronous_commit=on"));
        restart.remove("-F");
        restart.set(program, java.nio.file.Files.readSymbolicLink(Path.of("/proc", String.valueOf(pid), "exe")).toString());
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(0, postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            one.onExit().get(30, TimeUnit.SECONDS);
        }
        Instant begun = Instant.now();
        long end = System.nanoTime() + PATIENCE.toNanos();
        new ProcessBuilder(restart).redirectErrorStream(true).redirectOutput(FOLDER.resolve("postgres.log").toFile()).start();
        while (true) {
            try (Connection connection = RealDatabase.get().connect(As.APPLICATION)) {
                long restarted = Duration.between(begun, Instant.now()).toMillis();
                Features.reconnect();
                return restarted;
            } catch (SQLException e) {
                assertThat(System.nanoTime()).as("patience").isLessThan(end);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }
}
