package app.entente.archive;

import app.entente.kernel.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts as tables write them. */
final class Amounts {

    private static final Pattern DECORATION = Pattern.compile("(?i)[\\s\\u00A0\\u202F'’]|\\$|€|ca(?=\\$)|cad|eur(os?)?");
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,9}([.,]\\d{1,2})?");
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d{1,2})?");
    private static final Pattern GROUPED_BY_POINT = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+(,\\d{1,2})?");

    private Amounts() {
    }

    /** An amount of that currency: 1 234,56 $, 1,234.56, 45, -20,00 €, (20.00). Nothing where a reading would be a guess. */
    static Optional<Money> of(String value, String currency) {
        String words = DECORATION.matcher(value.replace('\u2212', '-')).replaceAll("");
        if (words.matches("\\(.*\\)")) {
            words = "-" + words.substring(1, words.length() - 1);
        }
        if (words.endsWith("-")) {
            words = "-" + words.substring(0, words.length() - 1);
        }
        if (GROUPED_BY_COMMA.matcher(words).matches()) {
            words = words.replace(",", "");
        } else if (GROUPED_BY_POINT.matcher(words).matches()) {
            words = words.replace(".", "");
        }
        return PLAIN.matcher(words).matches() ? Optional.of(Money.of(new BigDecimal(words.replace(',', '.')), currency)) : Optional.empty();
    }
}
