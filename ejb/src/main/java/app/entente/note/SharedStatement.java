package app.entente.note;

import java.time.Instant;
import java.util.UUID;

/**
 * What a client may read of a note.
 *
 * @param mine whether they said it themselves
 */
public record SharedStatement(UUID id, Instant at, String text, boolean mine) {
}
