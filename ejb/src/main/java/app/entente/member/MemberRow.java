package app.entente.member;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who works here, or is asked to.
 *
 * @param id the membership, or the invitation when {@code invited}
 * @param invited whether it is an invitation still
 * @param name what they are called here; the address where nobody has written a name
 * @param email where they are written to
 * @param role {@code owner}, {@code assistant} or {@code supervisor}
 * @param since when they joined, were written to, or else were invited; UTC
 * @param state where they are
 * @param expiresAt when the link ends, UTC; null without a link
 * @param self whether it is the person who asks
 */
public record MemberRow(UUID id, boolean invited, String name, String email, String role, Instant since, MemberState state, Instant expiresAt, boolean self) {

    /** Whether files may be named to them. */
    public boolean supervisor() {
        return !invited && "supervisor".equals(role);
    }

    /** Whether the role may change here: an owner stays one. */
    public boolean changeable() {
        return !invited && !"owner".equals(role);
    }
}
