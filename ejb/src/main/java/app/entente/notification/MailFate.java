package app.entente.notification;

import java.time.Instant;

/**
 * What became of a mail.
 *
 * @param state where it is
 * @param at when it left, or else was queued, UTC
 */
public record MailFate(State state, Instant at) {

    /** Where a mail is. */
    public enum State {
        /** On its way, perhaps after attempts that failed. */
        QUEUED,
        /** The mail server has taken it. */
        SENT,
        /** Given up. */
        FAILED
    }
}
