package app.entente.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Amounts as each place writes them, and no arithmetic across currencies. */
class MoneyTest {

    @Test
    void each_place_writes_its_own_money_its_own_way() {
        Money dollars = new Money(123456, "CAD");
        assertThat(dollars.format(Locale.CANADA_FRENCH)).isEqualTo("1\u00A0234,56\u00A0$");
        assertThat(dollars.format(Locale.CANADA)).isEqualTo("$1,234.56");
        assertThat(new Money(4500, "EUR").format(Locale.FRANCE)).isEqualTo("45,00\u00A0€");
        assertThat(new Money(4500, "EUR").format(Locale.UK)).isEqualTo("€45.00");
    }

    @Test
    void a_foreign_dollar_says_whose_it_is() {
        assertThat(new Money(100, "CAD").format(Locale.FRANCE)).isEqualTo("1,00\u00A0$CA");
    }

    @Test
    void half_a_cent_goes_up() {
        assertThat(Money.of(new BigDecimal("13.965"), "CAD")).isEqualTo(new Money(1397, "CAD"));
        assertThat(Money.of(new BigDecimal("2.625"), "CAD")).isEqualTo(new Money(263, "CAD"));
    }

    @Test
    void two_currencies_are_not_added() {
        assertThat(new Money(1, "CAD").plus(new Money(2, "CAD"))).isEqualTo(new Money(3, "CAD"));
        assertThatThrownBy(() -> new Money(1, "CAD").plus(new Money(1, "EUR"))).isInstanceOf(IllegalArgumentException.class);
    }
}
