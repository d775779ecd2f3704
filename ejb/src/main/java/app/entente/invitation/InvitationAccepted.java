package app.entente.invitation;

import java.util.UUID;

/** A person's portal is open for an account. */
public record InvitationAccepted(UUID invitationId, UUID personId, UUID accountId) {
}
