package app.entente.member;

/**
 * What the page behind a member's link shows.
 *
 * @param role what the person is asked to be; null when the link leads nowhere any more
 * @param language language of the invitation; null likewise
 * @param fresh whether a password has to be chosen first
 */
public record JoiningDoor(String role, String language, boolean fresh) {

    /** Whether the link still leads somewhere. */
    public boolean open() {
        return role != null;
    }
}
