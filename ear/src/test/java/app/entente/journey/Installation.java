package app.entente.journey;

import app.entente.config.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The one installation that all journeys of a run share: started by the first that asks, stopped with the JVM. */
final class Installation {

    private static final Stack STACK = started();

    private Installation() {
    }

    static Stack stack() {
        return STACK;
    }

    private static Stack started() {
        try {
            Stack stack = Stack.start(Path.of(System.getProperty("journey.data")), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
