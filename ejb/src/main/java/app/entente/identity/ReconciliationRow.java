package app.entente.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * One night's comparison.
 *
 * @param day the day, UTC
 * @param finishedAt UTC; null while it goes on, or when it was cut off
 * @param accounts how many of our accounts were looked up
 * @param users how many of the provider's users were looked up
 * @param counts kind of finding → how many
 */
public record ReconciliationRow(UUID id, LocalDate day, Instant startedAt, Instant finishedAt, int accounts, int users, Map<String, Long> counts) {

    /** How many findings there are in all. */
    public long findings() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
