package app.entente.journey;

import app.entente.benchmark.Floor;
import app.entente.config.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The one installation that all journeys of a run share: started by the first that asks, stopped with the JVM. */
public final class Installation {

    private static final Stack STACK = started();

    private Installation() {
    }

    /** It, started when this is the first call. */
    public static Stack stack() {
        return STACK;
    }

    /** Every run begins with nobody's data; only the built sign-in server is worth keeping. */
    private static void forget(Path data) throws IOException {
        Files.deleteIfExists(data.resolve("secrets.properties"));
        for (String name : List.of("postgres", "anchors", "mail", "keys", "logs", "micro")) {
            if (Files.exists(data.resolve(name))) {
                List<Path> all;
                try (Stream<Path> walk = Files.walk(data.resolve(name))) {
                    all = walk.sorted(Comparator.reverseOrder()).toList();
                }
                for (Path path : all) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Stack started() {
        try {
            Path data = Path.of(System.getProperty("journey.data"));
            forget(data);
            // Bare pages beside the application, for the benchmark; the journeys take no notice of them.
            Stack stack = Stack.start(data, Boolean.getBoolean("journey.floor") ? Map.of("entente.beside", Floor.war(data.resolve("floor")).toString()) : Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
