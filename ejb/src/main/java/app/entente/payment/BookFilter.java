package app.entente.payment;

import java.time.LocalDate;

/**
 * Which receipts of the book; null or blank lets every one through.
 *
 * @param words in the client's printed name
 * @param payer in the name of whoever pays instead
 * @param kind one of the kinds of receipts
 * @param unpaid whether only those with something to pay
 */
public record BookFilter(LocalDate from, LocalDate until, String words, String payer, String kind, boolean unpaid) {
}
