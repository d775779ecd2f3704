package app.entente.support;

import java.time.Instant;
import java.util.UUID;

/**
 * An access as both sides see it.
 *
 * @param id the access
 * @param operator the operator's address
 * @param reason why, in the words of whoever began it
 * @param status {@code asked}, {@code granted}, {@code declined}, {@code revoked}
 * @param askedAt when the operator asked, UTC; null when it was granted unasked
 * @param decidedAt when it was decided, UTC; null while it was not
 * @param expiresAt when it ends by the clock, UTC; null unless it was granted
 * @param revokedAt when it was revoked, UTC; null unless it was
 * @param lastUsedAt when it was last used, UTC, to the minute; null when it never was
 * @param active whether the operator may look now
 */
public record SupportRow(UUID id, String operator, String reason, String status, Instant askedAt, Instant decidedAt, Instant expiresAt, Instant revokedAt,
    Instant lastUsedAt, boolean active) {

    public boolean asked() {
        return "asked".equals(status);
    }

    /** How it stands, as a word: the status, {@code active} while it lasts and {@code over} once the time has run out. */
    public String standing() {
        return "granted".equals(status) ? active ? "active" : "over" : status;
    }

    /** When it began, UTC. */
    public Instant since() {
        return askedAt == null ? decidedAt : askedAt;
    }
}
