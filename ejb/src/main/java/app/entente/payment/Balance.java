package app.entente.payment;

import app.entente.kernel.Money;
import java.util.UUID;

/**
 * How the account of a client or a payer stands.
 *
 * @param personId null for a payer
 * @param name of the client as printed, or of the payer
 * @param billed receipts that stand
 * @param paid what came in less what went back, rounding apart
 */
public record Balance(UUID personId, String payerName, String name, Money billed, Money paid) {

    /** What is still to pay; negative when there is more on account than is open. */
    public Money open() {
        return new Money(billed.minor() - paid.minor(), billed.currency());
    }

    /** What stands on account; zero when nothing does. */
    public Money credit() {
        return new Money(Math.max(0, -open().minor()), billed.currency());
    }

    /** Whether there is something to pay. */
    public boolean owes() {
        return open().minor() > 0;
    }

    public boolean payer() {
        return !payerName.isEmpty();
    }
}
