package app.entente.payment;

import app.entente.kernel.Money;
import java.time.YearMonth;

/** A month of the book: what was issued, credit notes taken off, and what came in. */
public record BookMonth(YearMonth month, Money issued, Money received) {
}
