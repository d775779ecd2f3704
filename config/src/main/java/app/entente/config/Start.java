package app.entente.config;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Starts everything for development and goes on until it is interrupted.
 *
 * <p>Besides the settings of {@link Stack}: {@code entente.data} is the data folder ({@code .entente} when absent) and
 * {@code entente.reset} (true, or present without a value) forgets all data first, but keeps the built Keycloak.
 */
public class Start {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private static final AtomicBoolean STOPPING = new AtomicBoolean();

    private Start() {
    }

    /** Ends with code 1 and the cause when the start fails or a part ends by itself. */
    public static void main(String[] args) throws IOException {
        long from = System.nanoTime();
        Path data = Path.of(System.getProperty("entente.data", ".entente")).toAbsolutePath().normalize();
        try {
            Map<String, String> settings = Stack.systemSettings();
            Stack.secondFactor(settings);
            Leftovers.clear(data);
            Ports.of(settings).mustBeFree();
            reset(data);
            log(data);
            OUT.println();
            OUT.println("  Entente is starting; data and logs are in " + data);
            OUT.println();
            Stack stack = new Stack(data, settings, (part, seconds) -> OUT.printf(Locale.ROOT, "  %-14s ready  %6.1f s%n", part, seconds));
            stopWithTheLauncher(stack);
            stack.startParts();
            summary(stack, (System.nanoTime() - from) / 1e9);
            StartFailure failure = stack.end().join();
            // Ctrl-C reaches the parts as well as the launcher: then they end because they were asked to.
            Thread.sleep(700);
            throw failure;
        } catch (StartFailure failure) {
            if (!STOPPING.get()) {
                System.err.println();
                System.err.println(failure.getMessage());
                System.exit(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stopWithTheLauncher(Stack stack) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            STOPPING.set(true);
            OUT.println();
            OUT.println("  Stopping …");
            stack.close();
            OUT.println("  Everything that was started is stopped.");
        }, "stop"));
    }

    private static void reset(Path data) throws IOException {
        String reset = System.getProperty("entente.reset");
        if (reset == null || reset.equals("false")) {
            return;
        }
        for (String name : List.of("postgres", "anchors", "mail", "keys", "logs", "micro")) {
            Folders.delete(data.resolve(name));
        }
        Files.deleteIfExists(data.resolve("secrets.properties"));
    }

    /** The libraries of the launcher write to a file; the screen is for people. */
    private static void log(Path data) throws IOException {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Files.createDirectories(data.resolve("logs"));
        FileHandler file = new FileHandler(data.resolve("logs").resolve("launcher.log").toString().replace("%", "%%"));
        file.setFormatter(new SimpleFormatter());
        root.addHandler(file);
    }

    private static void summary(Stack stack, double seconds) {
        OUT.printf(Locale.ROOT, """

                  ────────────────────────────────────────────────────────────────
                  Entente           %s

                  Maude Lavigne     %s/w/maude-lavigne     maude@demo.example
                  Camille Aubry     %s/w/camille-aubry     camille@demo.example
                  Noa Tremblay      client of both                   noa@demo.example
                  Omar Diallo       %s/operator            omar@demo.example
                  Password          %s   (the same for all four)
                  Second factor     %s

                  Mail              %s   every mail ends there
                  Sign-in server    http://localhost:%d   (admin, password in secrets.properties)
                  Database          127.0.0.1:%d, databases entente and keycloak

                  Ready after %.0f s. Ctrl-C stops everything.
                  ────────────────────────────────────────────────────────────────
                %n""", stack.baseUrl(), stack.baseUrl(), stack.baseUrl(), stack.baseUrl(), stack.demoPassword(),
                stack.secondFactor() ? "required" : "OFF, by entente.second-factor=off: for this demonstration only", stack.mailUrl(),
                stack.ports().keycloak(), stack.ports().postgres(), seconds);
    }
}
