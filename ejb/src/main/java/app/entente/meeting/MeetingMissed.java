package app.entente.meeting;

import java.util.UUID;

/** The client did not come, and had not cancelled. */
public record MeetingMissed(UUID meetingId, UUID fileId, UUID personId) {
}
