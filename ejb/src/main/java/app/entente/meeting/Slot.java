package app.entente.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Time that a meeting takes up.
 *
 * @param minutes length
 * @param travel minutes of road before and after
 * @param with whom it is with; null for one that is only wanted
 */
public record Slot(UUID id, Instant start, int minutes, int travel, String with) {

    /** A slot as a query reads it. */
    public Slot(UUID id, Instant start, int minutes, int travel, String given, String family, String chosen) {
        this(id, start, minutes, travel, (chosen == null || chosen.isBlank() ? given : chosen) + " " + family);
    }

    private Instant end() {
        return start.plus(Duration.ofMinutes(minutes));
    }

    /** Whether both are at the same time. */
    boolean meets(Slot other) {
        return start.isBefore(other.end()) && other.start.isBefore(end());
    }

    /** Whether the longer of the two roads does not fit between them. */
    boolean isTooNear(Slot other) {
        Duration road = Duration.ofMinutes(Math.max(travel, other.travel));
        return start.minus(road).isBefore(other.end()) && other.start.isBefore(end().plus(road));
    }
}
