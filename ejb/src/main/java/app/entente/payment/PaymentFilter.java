package app.entente.payment;

import java.time.LocalDate;

/** Which lines of the ledger; null or blank lets every one through. */
public record PaymentFilter(LocalDate from, LocalDate until, String words, String means) {
}
