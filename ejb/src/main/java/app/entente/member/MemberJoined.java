package app.entente.member;

import java.util.UUID;

/** Somebody works here from now on. */
public record MemberJoined(UUID membership, UUID account, String role) {
}
