package app.entente.payment;

import app.entente.kernel.Money;
import java.util.List;

/**
 * A page of the book.
 *
 * @param rows latest first
 * @param count how many there are in all, whatever the page
 * @param total of all of them
 * @param open what is still to pay of all of them
 */
public record BookPage(List<BookRow> rows, long count, Money total, Money open) {

    /** How many rows a page has at most. */
    public static final int SIZE = 100;
}
