package app.entente.payment;

import app.entente.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of the ledger.
 *
 * @param givenName of the client it is about; null when a payer paid for several
 * @param refundedMinor what was given back of it, negative; null for nothing
 * @param settledMinor what it settles of receipts; null for nothing
 * @param receiptId the receipt that says it itself; null when it was recorded by hand
 */
public record PaymentRow(UUID id, long seq, LocalDate paidOn, String means, long amountMinor, long roundingMinor, String currency, UUID personId, String givenName,
    String familyName, String payerName, UUID refundsId, UUID receiptId, Number refundedMinor, Number settledMinor) {

    /** Who paid. */
    public String who() {
        return payerName.isEmpty() ? person() : payerName;
    }

    /** The client it is about; empty when a payer paid for several. */
    public String person() {
        return givenName == null ? "" : givenName + " " + familyName;
    }

    public Money amount() {
        return new Money(amountMinor, currency);
    }

    public boolean refund() {
        return refundsId != null;
    }

    public boolean byPayer() {
        return !payerName.isEmpty();
    }

    /** What can still be given back of it. */
    public Money refundable() {
        return new Money(refund() ? 0 : amountMinor + back(), currency);
    }

    private long back() {
        return refundedMinor == null ? 0 : refundedMinor.longValue();
    }

    /** What of it stands on account, before anything given back is counted twice. */
    public Money free() {
        return new Money(refund() ? 0 : Math.max(0, amountMinor - roundingMinor + back() - (settledMinor == null ? 0 : settledMinor.longValue())), currency);
    }
}
