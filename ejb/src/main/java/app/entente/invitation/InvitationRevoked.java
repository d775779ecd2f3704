package app.entente.invitation;

import java.util.UUID;

/** An invitation, or the portal it had opened, was taken back. */
public record InvitationRevoked(UUID invitationId, UUID personId) {
}
