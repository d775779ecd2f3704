package app.entente.payment;

import app.entente.kernel.Money;
import java.util.List;
import java.util.Locale;

/**
 * A page of accounts.
 *
 * @param rows by name
 * @param count how many there are in all, whatever the page
 * @param open what is to pay in all of them, without what stands on account
 */
public record BalancePage(List<Balance> rows, long count, Money open) {

    /** How many rows a page has at most. */
    public static final int SIZE = 100;

    /** That page of those accounts whose name holds the words and which owe something, where that is asked. */
    static BalancePage of(List<Balance> all, String words, boolean owing, int page, String currency) {
        String wanted = words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
        List<Balance> found = all.stream().filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted) && (!owing || one.owes())).toList();
        long open = found.stream().mapToLong(one -> Math.max(0, one.open().minor())).sum();
        int from = Math.min(Math.max(0, page) * SIZE, found.size());
        return new BalancePage(found.subList(from, Math.min(from + SIZE, found.size())), found.size(), new Money(open, currency));
    }
}
