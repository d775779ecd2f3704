package app.entente.audit;

import java.time.Instant;

/**
 * What checking a chain has found.
 *
 * @param entries how many there are
 * @param since when the first was written, UTC; null when there is none
 * @param firstBroken number of the first that does not hold; null when all do
 */
public record ChainVerdict(long entries, Instant since, Long firstBroken) {

    public boolean sound() {
        return firstBroken == null;
    }
}
