package app.entente.meeting;

import java.util.UUID;

/** A client asks for another time. */
public record ChangeAsked(UUID meetingId, UUID fileId, UUID personId) {
}
