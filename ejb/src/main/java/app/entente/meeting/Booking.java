package app.entente.meeting;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A meeting as it is asked for.
 *
 * @param local date and time as the clocks of the workspace show them
 * @param mode office, home, video or phone
 * @param attendees people of the file who are expected; with none, the file's client
 * @param repeat how it repeats; null when it is a single one
 */
public record Booking(UUID file, UUID service, LocalDateTime local, int minutes, String mode, Where where, List<UUID> attendees, Repeat repeat) {

    /** The local times of all its meetings. */
    List<LocalDateTime> times() {
        return repeat == null ? List.of(local) : repeat.from(local);
    }
}
