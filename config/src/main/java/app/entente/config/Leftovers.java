package app.entente.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes of one data folder, written down while they run: when a launcher was killed before it could stop them, the next one does.
 * A process is known by its number and the moment it began, so nobody else's is ever ended.
 */
class Leftovers {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    private Leftovers(Path file) {
        this.file = file;
    }

    /**
     * Ends what an earlier launcher left running and begins a new list with this launcher on it. A launcher that is still alive keeps
     * its processes; the ports then say that it runs.
     */
    static Leftovers clear(Path data) throws IOException {
        Leftovers leftovers = new Leftovers(data.resolve("processes"));
        if (Files.exists(leftovers.file)) {
            List<String> lines = new ArrayList<>(Files.readAllLines(leftovers.file));
            if (!lines.isEmpty() && running(lines.remove(0)).isPresent()) {
                return leftovers;
            }
            // The database began first and ends last.
            Collections.reverse(lines);
            for (String line : lines) {
                Optional<ProcessHandle> process = running(line);
                if (process.isPresent()) {
                    end(process.get());
                }
            }
            Files.delete(leftovers.file);
        }
        Files.createDirectories(data);
        leftovers.add(ProcessHandle.current());
        return leftovers;
    }

    void add(ProcessHandle process) throws IOException {
        long began = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        Files.writeString(file, process.pid() + " " + began + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Optional<ProcessHandle> running(String line) {
        String[] words = line.split(" ");
        Instant began = Instant.ofEpochMilli(Long.parseLong(words[1]));
        return ProcessHandle.of(Long.parseLong(words[0])).filter(ProcessHandle::isAlive).filter(process -> process.info().startInstant()
                .map(instant -> Duration.between(instant, began).abs().compareTo(TOLERANCE) < 0).orElse(false));
    }

    private static void end(ProcessHandle process) {
        List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
        process.destroy();
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(15, TimeUnit.SECONDS);
            } catch (TimeoutException slow) {
                each.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
