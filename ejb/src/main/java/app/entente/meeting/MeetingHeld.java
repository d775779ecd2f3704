package app.entente.meeting;

import java.util.UUID;

/** A meeting took place. */
public record MeetingHeld(UUID meetingId, UUID fileId, UUID personId) {
}
