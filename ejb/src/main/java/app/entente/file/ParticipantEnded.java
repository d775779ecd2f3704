package app.entente.file;

import java.util.UUID;

/** Somebody takes part in a file no more. */
public record ParticipantEnded(UUID fileId, UUID personId) {
}
