package app.entente.config;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The application server as a process of its own: Payara Micro with the EAR, run by {@link ServerNode}. */
class Server implements AutoCloseable {

    /** Levels of the JVM's compiler. */
    private static final int QUICK = 1;
    private static final int FULL = 4;

    private final Child child;
    private final Path ready;

    private Server(Child child, Path ready) {
        this.child = child;
        this.ready = ready;
    }

    /** Starts it; {@link #awaitReady} tells when the application answers. */
    static Server start(Path data, Path micro, Path ear, String beside, int port, Map<String, String> environment) throws IOException {
        Path folder = data.resolve("micro");
        Folders.delete(folder);
        Files.createDirectories(folder);
        Path ready = folder.resolve("ready");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A server that lives for minutes is ready sooner when code is compiled once and quickly; what is measured is compiled as in production.
        command.add("-XX:TieredStopAtLevel=" + (Boolean.getBoolean("entente.as-in-production") ? FULL : QUICK));
        command.addAll(List.of("-Xms128m", "-Xmx704m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=384m",
                "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp"))));
        command.addAll(jvmOptions());
        command.addAll(List.of("-Dentente.node.ear=" + ear, "-Dentente.node.port=" + port, "-Dentente.node.root=" + folder.resolve("root"),
                "-Dentente.node.ready=" + ready, "-Dentente.node.beside=" + beside, "-Dentente.node.ends-with-input=true",
                "-cp", micro + File.pathSeparator + ownClasses(), ServerNode.class.getName()));
        return new Server(Child.start("Payara Micro", command, environment, data.resolve("logs").resolve("server.log")), ready);
    }

    /** The process, to notice its end. */
    Child child() {
        return child;
    }

    /**
     * Waits until the node says that the application answers.
     *
     * @throws StartFailure when it ends before, which it does when the application cannot be deployed
     */
    void awaitReady() throws InterruptedException {
        while (!Files.exists(ready)) {
            if (!child.isAlive()) {
                throw child.endedByItself();
            }
            Thread.sleep(150);
        }
    }

    /** What Payara Micro asks of the JVM; its manifest only counts by itself when it is started with {@code -jar}. */
    static List<String> jvmOptions() throws IOException {
        try (InputStream in = Server.class.getResourceAsStream("/micro/jvm.options")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    private static Path ownClasses() {
        try {
            return Path.of(ServerNode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
