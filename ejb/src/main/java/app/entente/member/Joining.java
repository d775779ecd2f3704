package app.entente.member;

import java.time.Instant;
import java.util.UUID;

/**
 * A workspace in which the person who asks is invited to work.
 *
 * @param workspace its identifier
 * @param id the invitation
 * @param slug the workspace's word in addresses
 * @param name its name
 * @param accent its colour
 * @param role what they are asked to be
 * @param confirmed whether they have accepted and only the second factor is missing
 * @param expiresAt until when they can accept, UTC
 */
public record Joining(UUID workspace, UUID id, String slug, String name, String accent, String role, boolean confirmed, Instant expiresAt) {
}
