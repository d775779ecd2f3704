package app.entente.payment;

/**
 * What looking through the whole ledger found.
 *
 * @param links how many lines it has
 * @param firstBroken the first that does not hold; null when all do
 */
public record LedgerVerdict(long links, Long firstBroken) {

    /** Whether every line holds. */
    public boolean whole() {
        return firstBroken == null;
    }
}
