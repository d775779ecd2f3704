package app.entente.identity;

import java.util.UUID;

/**
 * Something the two sides disagree about.
 *
 * @param kind {@code user_missing}, {@code user_disabled}, {@code role_missing} or {@code account_missing}
 * @param account our account; null when we have none
 * @param subject how the provider names it
 * @param workspace where a role is missing; null otherwise
 */
public record Finding(String kind, UUID account, String subject, UUID workspace) {
}
