package app.entente.file;

import java.util.UUID;

/** Somebody takes part in a file from now on. */
public record ParticipantAdded(UUID fileId, UUID personId, String capacity) {
}
