package app.entente.payment;

import java.util.List;

/** The journal for accountants of every place: its columns are described in {@code journal.json}, which lies beside the export. */
final class Journal {

    static final List<String> COLUMNS = List.of("entry", "journal", "date", "document", "account", "party", "label", "debit", "credit", "currency");

    private Journal() {
    }

    static String header() {
        return new Csv().head(COLUMNS).toString();
    }

    /** The lines of one posting under its number. */
    static String lines(long number, Posting posting, String currency) {
        Csv csv = new Csv();
        for (Posting.Leg leg : posting.legs()) {
            csv.plain(number).plain(posting.journal()).plain(posting.on()).text(posting.document()).plain(leg.account())
                .text("clients".equals(leg.account()) ? posting.party() : "").text(posting.what()).amount(leg.debit()).amount(leg.credit()).plain(currency).end();
        }
        return csv.toString();
    }
}
