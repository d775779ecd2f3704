package app.entente.member;

import java.util.UUID;

/** Somebody works here no more. */
public record MemberRemoved(UUID membership, UUID account) {
}
