package app.entente.payment;

import app.entente.kernel.Money;
import java.util.List;

/**
 * A page of the ledger.
 *
 * @param rows latest first
 * @param count how many there are in all, whatever the page
 * @param total what came in less what went back, of all of them
 */
public record PaymentLedger(List<PaymentRow> rows, long count, Money total) {

    /** How many rows a page has at most. */
    public static final int SIZE = 100;
}
