package app.entente.workspace;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The mails of a month have come near their quota, or reached it.
 *
 * @param month its first day
 * @param percent 80 or 100
 */
public record QuotaApproached(UUID tenantId, LocalDate month, int percent) {
}
