package app.entente.archive;

/**
 * A receipt of another tool in a list.
 *
 * @param client whose it is
 */
public record EarlierRow(EarlierReceipt receipt, String client) {

    /** A row as a query reads it. */
    public EarlierRow(EarlierReceipt receipt, String given, String family, String chosen) {
        this(receipt, (chosen == null || chosen.isBlank() ? given : chosen) + " " + family);
    }
}
