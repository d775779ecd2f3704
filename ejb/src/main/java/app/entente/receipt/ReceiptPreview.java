package app.entente.receipt;

import app.entente.kernel.Money;
import java.util.List;

/**
 * A receipt as it would be issued.
 *
 * @param content every word of it, under a number that is not given yet
 * @param missing what the place requires and is not there; nothing is issued until this is empty
 * @param doubtful codes of law texts on it that no professional has confirmed
 * @param net amount without taxes
 * @param total amount with taxes
 * @param toPay what is to be paid by the means chosen; in cash it may be rounded
 * @param price price of the first meeting, and what earlier receipts left of it
 */
public record ReceiptPreview(ReceiptContent content, List<Missing> missing, List<String> doubtful, Money net, Money total, Money toPay, Money price, Money left) {

    /** Whether it can be issued. */
    public boolean ready() {
        return missing.isEmpty();
    }
}
