package app.entente.document;

import java.time.Instant;
import java.util.Optional;

/**
 * What the check of a file found.
 *
 * @param state genuine, altered or unknown
 * @param stampedAt when it was sealed, where a time-stamp holds
 * @param certificateFingerprint SHA-256 of the seal's certificate, where the seal is ours
 */
public record SealVerdict(State state, Optional<Instant> stampedAt, Optional<String> certificateFingerprint) {

    /** The three answers. */
    public enum State {
        /** Sealed here, and nothing of the document has changed since. */
        GENUINE,
        /** It bears our seal, but something was changed or added. */
        ALTERED,
        /** It bears no seal of ours that can be read: nothing is known of it. */
        UNKNOWN
    }

    static final SealVerdict NOTHING_KNOWN = new SealVerdict(State.UNKNOWN, Optional.empty(), Optional.empty());
}
