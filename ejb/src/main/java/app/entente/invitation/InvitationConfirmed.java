package app.entente.invitation;

import java.util.UUID;

/** Somebody with the link knew the second fact. */
public record InvitationConfirmed(UUID invitationId, UUID personId) {
}
