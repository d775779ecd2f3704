package app.entente.payment;

import java.math.BigDecimal;
import java.util.List;

/**
 * Comma-separated values as RFC 4180 has them. A text that a spreadsheet would take for a formula gets an apostrophe in front; amounts are written by
 * {@link #amount} and stay numbers.
 */
final class Csv {

    private static final String FORMULA = "=+-@\t\r\n";

    private final StringBuilder out = new StringBuilder();
    private boolean begun;

    /** A cell that somebody typed. */
    Csv text(String text) {
        String safe = text == null ? "" : text;
        String seen = safe.stripLeading();
        if (!safe.isEmpty() && FORMULA.indexOf(safe.charAt(0)) >= 0 || !seen.isEmpty() && FORMULA.indexOf(seen.charAt(0)) >= 0) {
            safe = "'" + safe;
        }
        return cell(safe);
    }

    /** An amount in minor units with two decimals and a point. */
    Csv amount(long minor) {
        return cell(BigDecimal.valueOf(minor, 2).toPlainString());
    }

    /** A whole number or a day. */
    Csv plain(Object value) {
        return cell(String.valueOf(value));
    }

    /** Ends the line. */
    Csv end() {
        out.append("\r\n");
        begun = false;
        return this;
    }

    /** A line of titles. */
    Csv head(List<String> titles) {
        titles.forEach(this::cell);
        return end();
    }

    private Csv cell(String value) {
        if (begun) {
            out.append(',');
        }
        begun = true;
        boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';') || !value.equals(value.strip());
        out.append(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
