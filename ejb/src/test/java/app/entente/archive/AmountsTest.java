package app.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts of other tools are read as they are meant, or not at all. */
class AmountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 234,56 $|123456", "1,234.56|123456", "1.234,56 €|123456", "45|4500", "45,5|4550", "CA$120.00|12000", "120,00 CAD|12000",
        "-20,00 €|-2000", "(20.00)|-2000", "1'000|100000", "1,234|123400", "0|0"})
    void is_read(String written, long minor) {
        assertThat(Amounts.of(written, "CAD")).contains(new Money(minor, "CAD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "offert", "12,345.6.7", "1,2,3", "12 USD", "1e9", "45,123,4", "9999999999"})
    void a_guess_is_refused(String written) {
        assertThat(Amounts.of(written, "CAD")).isEmpty();
    }

    @Test
    void keeps_the_practices_currency() {
        assertThat(Amounts.of("45,00 €", "EUR")).contains(new Money(4500, "EUR"));
    }
}
