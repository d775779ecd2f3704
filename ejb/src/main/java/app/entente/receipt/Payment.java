package app.entente.receipt;

import app.entente.kernel.BusinessRuleViolation;
import java.time.LocalDate;
import java.util.List;

/**
 * How and when a meeting was paid.
 *
 * @param means cash, transfer, card, cheque or interac
 * @param on the day
 */
public record Payment(String means, LocalDate on) {

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
