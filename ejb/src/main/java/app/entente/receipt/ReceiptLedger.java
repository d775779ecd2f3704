package app.entente.receipt;

import app.entente.kernel.Money;
import java.util.List;

/**
 * The receipts that a filter lets through.
 *
 * @param rows the newest of them
 * @param count how many there are in all
 * @param total what they sum up to, all of them; null when there is none
 */
public record ReceiptLedger(List<ReceiptRow> rows, long count, Money total) {
}
