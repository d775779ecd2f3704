package app.entente.invitation;

import java.util.UUID;

/** A person was invited to open a portal. */
public record AccountInvited(UUID invitationId, UUID personId) {
}
