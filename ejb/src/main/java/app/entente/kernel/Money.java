package app.entente.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount in minor units (cents) of one ISO 4217 currency.
 *
 * @param minor amount in minor units
 * @param currency ISO 4217 code
 */
public record Money(long minor, String currency) {

    /** The amount as people of the place write it: 1 234,56 $ in Quebec, 1 234,56 € in France, $1,234.56 in English. */
    public String format(Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        Currency unit = Currency.getInstance(currency);
        format.setCurrency(unit);
        format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
        format.setMaximumFractionDigits(unit.getDefaultFractionDigits());
        // Java writes «$ CA» in French even in Quebec, where the dollar is one's own; in English it knows.
        if (!locale.getCountry().isEmpty() && unit.equals(Currency.getInstance(locale)) && format instanceof DecimalFormat own) {
            DecimalFormatSymbols symbols = own.getDecimalFormatSymbols();
            symbols.setCurrencySymbol(unit.getSymbol(new Locale("en", locale.getCountry())));
            own.setDecimalFormatSymbols(symbols);
        }
        return format.format(toDecimal());
    }

    /** The amount as a decimal number of major units. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /** A decimal amount in major units, rounded half up to minor units. */
    public static Money of(BigDecimal amount, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return new Money(amount.setScale(digits, RoundingMode.HALF_UP).movePointRight(digits).longValueExact(), currency);
    }

    /** Sum of two amounts of one currency; two currencies are refused with {@link IllegalArgumentException}. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("one document, one currency");
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }
}
