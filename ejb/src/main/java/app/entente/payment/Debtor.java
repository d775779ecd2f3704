package app.entente.payment;

import java.util.UUID;

/**
 * Who owes or paid: a client, or whoever pays for one. For a payer the person is whom the payment is about, where it is about one alone.
 *
 * @param payerName empty for a client
 */
public record Debtor(UUID personId, String payerName) {

    /** Blank is nobody. */
    public Debtor {
        payerName = payerName == null ? "" : payerName.strip();
    }

    /** That client. */
    public static Debtor client(UUID personId) {
        return new Debtor(personId, "");
    }

    /** That payer, for whomever. */
    public static Debtor payer(String name) {
        return new Debtor(null, name);
    }

    /** Whether somebody pays instead of the client. */
    public boolean payer() {
        return !payerName.isEmpty();
    }

    /** Whether both are one account: a payer is known by the name alone. */
    boolean same(Debtor other) {
        return payer() || other.payer() ? payerName.equals(other.payerName) : personId.equals(other.personId);
    }
}
