package app.entente.payment;

import java.time.LocalDate;
import java.util.List;

/**
 * A year of an account was asked for: the feature that keeps what another tool made out adds it.
 *
 * @param debtor whose account
 * @param currency the practice's; documents in another one are left out
 * @param found where the documents are added
 */
public record EarlierAsked(Debtor debtor, int year, String currency, List<YearStatement.Earlier> found) {

    /** The first day that counts. */
    public LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }

    /** The last one. */
    public LocalDate lastDay() {
        return LocalDate.of(year, 12, 31);
    }
}
