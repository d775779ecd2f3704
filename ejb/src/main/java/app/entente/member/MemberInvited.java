package app.entente.member;

import java.util.UUID;

/** Somebody has been asked to work here. */
public record MemberInvited(UUID invitation, String role) {
}
