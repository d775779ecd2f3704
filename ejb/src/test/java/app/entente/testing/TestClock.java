package app.entente.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the tests: the real one, in microseconds, until a test puts it forward. */
public final class TestClock extends Clock {

    private static volatile Duration ahead = Duration.ZERO;
    private final ZoneId zone;

    private TestClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Puts the clock forward (or back) for everything that follows; {@link #reset} puts it right. */
    public static void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /** From now on the clock shows what it is. */
    public static void reset() {
        ahead = Duration.ZERO;
    }

    /** What the clock shows now. */
    public static Instant now() {
        return new TestClock(ZoneOffset.UTC).instant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(other);
    }

    @Override
    public Instant instant() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)).instant().plus(ahead);
    }

    /** Takes the place of the system's clock. */
    @Dependent
    @Alternative
    @Priority(1)
    static class Wall {
        @Produces
        @ApplicationScoped
        static Clock clock() {
            return new TestClock(ZoneOffset.UTC);
        }
    }
}
