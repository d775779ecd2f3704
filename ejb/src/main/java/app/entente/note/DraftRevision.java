package app.entente.note;

import java.time.Instant;
import java.util.UUID;

/**
 * A text of a draft as it was saved.
 *
 * @param number which save it was; 0 is what the draft began with
 * @param aside whether another window had written it without seeing the latest save
 */
public record DraftRevision(UUID id, int number, boolean aside, Instant savedAt) {
}
