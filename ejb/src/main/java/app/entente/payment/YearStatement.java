package app.entente.payment;

import app.entente.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened on an account in a year: documents and money, in the order of their days, between what was open before and after.
 *
 * @param name whose account, as printed
 * @param running whether the year is not over: more may come
 * @param before what was open when the year began; negative for money on account
 * @param earlier what another tool made out that year; told beside the account, and no part of it
 */
public record YearStatement(Debtor debtor, String name, int year, boolean running, String currency, long before, List<Line> lines, List<Earlier> earlier) {

    /** A document of another tool under its own number; a credit is less than nothing. */
    public record Earlier(LocalDate on, String number, long minor) {
    }

    /**
     * One thing that happened.
     *
     * @param kind {@code receipt}, {@code invoice}, {@code credit}, {@code payment} or {@code refund}
     * @param detail the document's number, or the means of payment
     * @param billedMinor what a document adds; zero for money
     * @param paidMinor what money settles; zero for documents
     */
    public record Line(LocalDate on, String kind, String detail, long billedMinor, long paidMinor) {
    }

    /** The statement of these documents and payments, in the order of their days, documents first. */
    static YearStatement of(Debtor debtor, String name, int year, boolean running, String currency, long before, List<Line> documents, List<Line> money,
        List<Earlier> earlier) {
        List<Line> lines = new ArrayList<>(Stream.concat(documents.stream(), money.stream()).toList());
        lines.sort(Comparator.comparing(Line::on));
        List<Earlier> elsewhere = earlier.stream().sorted(Comparator.comparing(Earlier::on).thenComparing(Earlier::number)).toList();
        return new YearStatement(debtor, name, year, running, currency, before, List.copyOf(lines), elsewhere);
    }

    /** The day of the last thing that is told; empty when nothing happened. */
    public Optional<LocalDate> last() {
        return Stream.concat(lines.stream().map(Line::on), earlier.stream().map(Earlier::on)).max(Comparator.naturalOrder());
    }

    /** What was billed in the year, credit notes taken off. */
    public Money billed() {
        return new Money(lines.stream().mapToLong(Line::billedMinor).sum(), currency);
    }

    /** What was paid in the year, refunds taken off. */
    public Money paid() {
        return new Money(lines.stream().mapToLong(Line::paidMinor).sum(), currency);
    }

    /** What another tool made out, credits taken off. */
    public Money elsewhere() {
        return new Money(earlier.stream().mapToLong(Earlier::minor).sum(), currency);
    }

    /** What is open when the year ends, or now. */
    public Money after() {
        return new Money(before + billed().minor() - paid().minor(), currency);
    }

    /** Whether nothing happened and nothing is open. */
    public boolean empty() {
        return lines.isEmpty() && before == 0 && earlier.isEmpty();
    }
}
