package app.entente.invitation;

import java.time.Instant;

/**
 * The latest invitation of a person, for the practitioner.
 *
 * @param state where it is
 * @param email where it went; null when there was none
 * @param factKind {@code birth_date} or {@code word}; null when there was none
 * @param since when it was sent, or accepted, or else made; UTC
 * @param expiresAt when the link ends, UTC
 */
public record InvitationView(InvitationState state, String email, String factKind, Instant since, Instant expiresAt) {
}
