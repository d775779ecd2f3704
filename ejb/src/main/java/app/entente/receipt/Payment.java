package app.entente.receipt;

import app.entente.kernel.BusinessRuleViolation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How and when a meeting was paid.
 *
 * @param means cash, transfer, card, cheque or interac
 * @param on the day
 * @param entry the payment in the ledger that has the money already, on account; null where this is a payment of its own
 */
public record Payment(String means, LocalDate on, UUID entry) {

    /** A payment that the receipt is the first to say. */
    public Payment(String means, LocalDate on) {
        this(means, on, null);
    }

    /** The means of payment people use where that currency is used. */
    public static List<String> means(String currency) {
        return "CAD".equals(currency) ? List.of("interac", "card", "cash", "cheque", "transfer") : List.of("transfer", "card", "cash", "cheque");
    }

    /** Refuses with {@code receipt.means} what is not used there, and with {@code receipt.not_paid_yet} a day to come. */
    void check(String currency, LocalDate today) {
        if (means == null || !means(currency).contains(means)) {
            throw new BusinessRuleViolation("receipt.means");
        }
        if (on == null || on.isAfter(today)) {
            throw new BusinessRuleViolation("receipt.not_paid_yet");
        }
    }
}
