package app.entente.invitation;

/** Where an invitation is, as the practitioner sees it. */
public enum InvitationState {
    /** Nobody was invited. */
    NONE,
    /** The mail is about to leave. */
    QUEUED,
    /** The mail has left. */
    SENT,
    /** The mail could not be delivered. */
    UNDELIVERED,
    /** The person has answered; the account is being made ready. */
    CONFIRMED,
    /** The person has answered; the identity provider does not answer, and is asked again by itself. */
    DELAYED,
    /** The person has answered; the account could not be made ready without help. */
    STUCK,
    /** The portal is open. */
    ACCEPTED,
    /** Two weeks have passed. */
    EXPIRED,
    /** Too many wrong answers. */
    EXHAUSTED,
    /** Taken back. */
    REVOKED;

    /** Whether the link still works. */
    public boolean isOpen() {
        return this == QUEUED || this == SENT;
    }

    /** Whether a new link may be sent. */
    public boolean isRepeatable() {
        return isOpen() || this == UNDELIVERED || this == EXPIRED || this == EXHAUSTED || this == REVOKED;
    }

    /** Whether there is something to take back. */
    public boolean isRevocable() {
        return isOpen() || this == CONFIRMED || this == DELAYED || this == STUCK || this == ACCEPTED;
    }
}
