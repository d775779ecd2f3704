package app.entente.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    Path data;

    private Process process;

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void what_a_killed_launcher_left_running_is_ended() throws Exception {
        process = waiting();
        Files.writeString(data.resolve("processes"), "999999999 0\n" + line(process, 0));

        Leftovers.clear(data);

        assertThat(process.waitFor(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_launcher_that_still_runs_keeps_its_parts() throws Exception {
        process = waiting();
        Leftovers.clear(data).add(process.toHandle());

        Leftovers.clear(data);

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void another_process_under_an_old_number_is_left_alone() throws Exception {
        process = waiting();
        Files.writeString(data.resolve("processes"), "999999999 0\n" + line(process, 60_000));

        Leftovers.clear(data);

        assertThat(process.isAlive()).isTrue();
    }

    private static String line(Process process, long earlier) {
        return process.pid() + " " + (process.info().startInstant().orElseThrow().toEpochMilli() - earlier) + "\n";
    }

    /** A JVM that reads its standard input, which nobody ever writes. */
    private Process waiting() throws IOException {
        Path source = Files.writeString(data.resolve("Waiting.java"),
                "class Waiting { public static void main(String[] a) throws Exception { System.in.read(); } }");
        return new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), source.toString())).start();
    }
}
