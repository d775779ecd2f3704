package app.entente.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into a cell, and what a spreadsheet must never take for a formula. */
class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1+2", "@SUM(A1)", "\tx", "\r=1", " =1"})
    void a_text_that_could_be_a_formula_is_kept_a_text(String typed) {
        String cell = new Csv().text(typed).toString();
        assertThat(cell.replaceFirst("^\"", "")).startsWith("'");
    }

    @Test
    void commas_quotes_and_line_ends_are_quoted() {
        assertThat(new Csv().text("Dupont, \"Al\"").text("a\nb").text(null).text("é").end().toString()).isEqualTo("\"Dupont, \"\"Al\"\"\",\"a\nb\",,é\r\n");
    }

    @Test
    void an_amount_stays_a_number_below_zero_too() {
        assertThat(new Csv().amount(-12050).amount(5).amount(0).toString()).isEqualTo("-120.50,0.05,0.00");
    }

    @Test
    void a_head_names_the_columns() {
        assertThat(new Csv().head(List.of("a", "b")).toString()).isEqualTo("a,b\r\n");
    }
}
