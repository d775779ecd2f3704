package app.entente.note;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of a save.
 *
 * @param revision the latest revision of the draft
 * @param at when this text was kept
 * @param aside what it was kept as, when it was kept aside; null when it is the draft's text now
 * @param signed whether the entry was signed meanwhile
 */
public record Saved(int revision, Instant at, UUID aside, boolean signed) {
}
