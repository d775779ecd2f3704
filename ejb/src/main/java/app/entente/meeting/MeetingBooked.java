package app.entente.meeting;

import java.time.Instant;
import java.util.UUID;

/** A meeting was booked. */
public record MeetingBooked(UUID meetingId, UUID fileId, UUID personId, Instant startsAt) {
}
