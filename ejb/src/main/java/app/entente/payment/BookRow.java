package app.entente.payment;

import app.entente.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A receipt in the book, with what is open of it.
 *
 * @param settledMinor what payments settle of it; null for nothing
 * @param credited how many credit notes take it back: none or one
 */
public record BookRow(UUID id, String number, LocalDate issuedOn, String recipient, String payerName, String kind, long totalMinor, String currency, String status,
    Number settledMinor, Long credited) {

    public Money total() {
        return new Money(totalMinor, currency);
    }

    /** What is still to pay; zero for what was taken back, and for what owes nothing. */
    public Money open() {
        return new Money(stands() ? totalMinor - (settledMinor == null ? 0 : settledMinor.longValue()) : 0, currency);
    }

    public boolean unpaid() {
        return open().minor() > 0;
    }

    /** Whether it owes anything at all. */
    public boolean stands() {
        return credited == 0 && !"credit".equals(kind) && !"covered".equals(kind);
    }

    /** Whether its document is there to download. */
    public boolean sealed() {
        return "sealed".equals(status);
    }
}
