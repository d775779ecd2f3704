package app.entente.archive;

import app.entente.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A row read as a receipt that another tool issued.
 *
 * @param client whose it is; null when nobody was found
 * @param errors why it cannot be taken over; empty when it can
 */
record ReadReceipt(int line, KnownPerson client, String number, LocalDate issuedOn, Money amount, LocalDate servicedOn, LocalDate paidOn, String means, String payer,
    String label, List<CellError> errors) {

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_WORDS = 200;

    /** Reads a row; a field that cannot be read is an error of its own. */
    static ReadReceipt of(int line, List<String> cells, Mapping mapping, String order, Acquaintances known, String currency, LocalDate today) {
        List<CellError> errors = new ArrayList<>();
        KnownPerson client = ReadMeeting.client(line, cells, mapping, order, known, today, errors);
        String number = text(line, Field.NUMBER, cells, mapping, LONGEST_NUMBER, errors);
        if (number.isEmpty()) {
            errors.add(CellError.of(line, Field.NUMBER, "archive.error.missing", ""));
        }
        LocalDate issued = day(line, Field.ISSUED_ON, cells, mapping, order, today, errors);
        if (issued == null && mapping.cell(Field.ISSUED_ON, cells).isEmpty()) {
            errors.add(CellError.of(line, Field.ISSUED_ON, "archive.error.missing", ""));
        }
        String sum = mapping.cell(Field.AMOUNT, cells);
        Money amount = Amounts.of(sum, currency).orElse(null);
        if (amount == null) {
            errors.add(CellError.of(line, Field.AMOUNT, sum.isEmpty() ? "archive.error.missing" : "archive.error.amount", sum));
        }
        return new ReadReceipt(line, client, number, issued, amount, day(line, Field.SERVICED_ON, cells, mapping, order, today, errors),
            day(line, Field.PAID_ON, cells, mapping, order, today, errors), text(line, Field.MEANS, cells, mapping, LONGEST_NUMBER, errors),
            text(line, Field.PAYER, cells, mapping, LONGEST_WORDS, errors), text(line, Field.LABEL, cells, mapping, LONGEST_WORDS, errors), List.copyOf(errors));
    }

    /** What makes it the same receipt as another one (rule 4). */
    String key() {
        return EarlierReceipt.key(number);
    }

    private static LocalDate day(int line, Field field, List<String> cells, Mapping mapping, String order, LocalDate today, List<CellError> errors) {
        String words = mapping.cell(field, cells);
        if (words.isEmpty()) {
            return null;
        }
        LocalDate day = Dates.day(words, order, today).orElse(null);
        if (day == null) {
            errors.add(CellError.of(line, field, "archive.error.date", words));
        } else if (day.isAfter(today)) {
            errors.add(CellError.of(line, field, "archive.error.receipt_future", words));
        }
        return day;
    }

    private static String text(int line, Field field, List<String> cells, Mapping mapping, int longest, List<CellError> errors) {
        String words = mapping.cell(field, cells);
        if (words.length() > longest) {
            errors.add(new CellError(line, field, "archive.error.long", words.substring(0, 40) + "…", List.of(longest)));
        }
        return words;
    }
}
