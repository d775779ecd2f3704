package app.entente.payment;

import app.entente.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A receipt and what of it is settled. What is credited or covered owes nothing.
 *
 * @param settledMinor what payments settle of it; null for nothing
 * @param credited how many credit notes take it back: none or one
 */
public record OpenReceipt(UUID id, String number, LocalDate issuedOn, LocalDate dueOn, UUID personId, String recipient, UUID fileId, String kind, String payerName, long totalMinor,
    String currency, Number settledMinor, Long credited) {

    public Money total() {
        return new Money(totalMinor, currency);
    }

    public Money settled() {
        return new Money(settledMinor == null ? 0 : settledMinor.longValue(), currency);
    }

    public Money open() {
        return new Money(openMinor(), currency);
    }

    /** Whether something is still to be paid. */
    public boolean unpaid() {
        return openMinor() > 0;
    }

    /** Whether it owes anything at all: neither taken back nor a credit note nor paid by somebody else. */
    public boolean stands() {
        return credited == 0 && !"credit".equals(kind) && !"covered".equals(kind);
    }

    long openMinor() {
        return stands() ? totalMinor - settled().minor() : 0;
    }

    /** Who owes it. */
    public Debtor debtor() {
        return new Debtor(personId, payerName);
    }
}
