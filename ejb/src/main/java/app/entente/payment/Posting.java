package app.entente.payment;

import java.time.LocalDate;
import java.util.List;

/**
 * Something to write into the books: a document that was issued, or money that came in or went back. Sums up to nothing.
 *
 * @param journal {@code sales}, {@code bank} or {@code cash}
 * @param document the printed number, or the line of the ledger
 * @param party reference of the file, or the payer's name; never a client's name
 * @param partyCode a code of the same without spaces
 */
record Posting(String journal, LocalDate on, String document, String party, String partyCode, String what, List<Leg> legs) {

    /**
     * One side.
     *
     * @param account {@code clients}, {@code fees}, {@code taxes}, {@code bank}, {@code cash} or {@code rounding}
     * @param minor debit where positive, credit where negative
     */
    record Leg(String account, long minor) {

        long debit() {
            return Math.max(0, minor);
        }

        long credit() {
            return Math.max(0, -minor);
        }
    }

    /** A receipt, an invoice or, with amounts below zero, a credit note. */
    static Posting sale(LocalDate on, String document, String party, String code, String what, long total, long net) {
        return new Posting("sales", on, document, party, code, what, legs(new Leg("clients", total), new Leg("fees", -net), new Leg("taxes", net - total)));
    }

    /** Money that came in or, below zero, went back. */
    static Posting money(LocalDate on, String document, String party, String code, String what, String means, long amount, long rounding) {
        String account = "cash".equals(means) ? "cash" : "bank";
        return new Posting(account, on, document, party, code, what, legs(new Leg(account, amount), new Leg("clients", rounding - amount), new Leg("rounding", -rounding)));
    }

    private static List<Leg> legs(Leg... legs) {
        return List.of(legs).stream().filter(leg -> leg.minor() != 0).toList();
    }
}
