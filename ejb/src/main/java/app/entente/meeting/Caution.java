package app.entente.meeting;

import java.time.Instant;
import java.util.Optional;

/**
 * Something to know before a meeting is booked or moved; not a refusal (rule 7).
 *
 * @param what why
 * @param at the meeting to come that it is about, UTC
 * @param with the name of the other meeting's client; null where there is none
 * @param other when the other meeting begins, UTC; null where there is none
 */
public record Caution(What what, Instant at, String with, Instant other) {

    /** A video meeting without a link is something to know; empty for any other. */
    public static Optional<Caution> unlinked(String mode, String link, Instant at) {
        return "video".equals(mode) && link.isEmpty() ? Optional.of(new Caution(What.NO_LINK, at, null, null)) : Optional.empty();
    }

    /** Why somebody should look again. */
    public enum What {
        /** Another meeting is at the same time. */
        OVERLAP,
        /** The road to or from a visit at home takes up time of another meeting. */
        ROAD,
        /** The practice does not receive then. */
        CLOSED,
        /** A video call has no link yet. */
        NO_LINK
    }
}
