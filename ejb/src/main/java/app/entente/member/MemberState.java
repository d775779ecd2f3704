package app.entente.member;

/** Where somebody is on the way into a workspace, as its owner sees it. */
public enum MemberState {
    /** Works here. */
    ACTIVE,
    /** The account is being made ready; the mail leaves in a moment. */
    PREPARING,
    /** The identity provider does not answer; it is asked again by itself. */
    DELAYED,
    /** The platform's operator has to look. */
    PARKED,
    /** The mail has left, or is about to. */
    SENT,
    /** The mail could not be delivered. */
    UNDELIVERED,
    /** Two weeks have passed. */
    EXPIRED,
    /** The person has accepted; the second factor is being asked for. */
    JOINING;

    /** Whether another mail may be sent. */
    public boolean isRepeatable() {
        return this == SENT || this == UNDELIVERED || this == EXPIRED;
    }
}
