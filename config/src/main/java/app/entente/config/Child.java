package app.entente.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A process started by the launcher: its output goes to one log file, and it is stopped with all that it started itself. */
class Child implements AutoCloseable {

    private static final int TAIL = 25;

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static Child start(String name, List<String> command, Map<String, String> environment, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Child(name, builder.start(), log);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when the process ends, whatever the reason. */
    CompletableFuture<StartFailure> end() {
        return process.onExit().thenApply(p -> endedByItself());
    }

    StartFailure endedByItself() {
        return new StartFailure(name + " ended by itself (code " + process.exitValue() + "). Its last lines, from " + log + ":\n" + tail());
    }

    /** The last lines of the log, indented, without the frames of stack traces: those would hide the cause. */
    String tail() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.matches("\\s+(at .*|\\.\\.\\. [0-9]+ more)")).toList();
            return lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).stream().collect(Collectors.joining("\n    ", "    ", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it at once and without a chance to tidy up, as a power cut would. */
    void kill() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        all.forEach(handle -> handle.onExit().join());
    }

    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
