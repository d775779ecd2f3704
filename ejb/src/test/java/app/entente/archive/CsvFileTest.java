package app.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.kernel.BusinessRuleViolation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 1: a file is recognised by what is in it. */
class CsvFileTest {

    private static final String TABLE = "Prénom;Nom;Adresse\nZoé;Côté;\"12, rue des Érables; app. 3\"\n";

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "windows-1252, windows-1252"})
    void accents_are_read_in_either_charset(String written, String read) {
        CsvFile file = CsvFile.read(TABLE.getBytes(Charset.forName(written)));
        assertThat(file.encoding()).isEqualTo(read);
        assertThat(file.rows().get(0).cells()).containsExactly("Zoé", "Côté", "12, rue des Érables; app. 3");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_header() {
        assertThat(CsvFile.read(("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8)).headers()).containsExactly("Prénom", "Nom", "Adresse");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a;b;c\\n1,5;2,5;3|;", "a,b,c\\n1;2,3,4|,", "a\\tb\\tc\\n1,1\\t2;2\\t3|TAB"})
    void the_separator_is_the_one_that_cuts_every_row_alike(String text, String separator) {
        CsvFile file = CsvFile.read(text.replace("\\n", "\n").replace("\\t", "\t").getBytes(StandardCharsets.UTF_8));
        assertThat(file.separator()).isEqualTo(separator.equals("TAB") ? '\t' : separator.charAt(0));
        assertThat(file.headers()).hasSize(3);
    }

    @Test
    void empty_rows_are_left_out_and_rows_keep_their_number() {
        CsvFile file = CsvFile.read("a;b\n1;2\n;\n3\n".getBytes(StandardCharsets.UTF_8));
        assertThat(file.rows()).extracting(CsvFile.Line::number).containsExactly(2, 4);
        assertThat(file.rows().get(1).cells()).containsExactly("3", "");
    }

    @Test
    void what_is_no_table_is_refused() {
        refused("archive.empty", new byte[0]);
        refused("archive.not_a_table", new byte[] {'P', 'K', 3, 4, 0, 0});
        refused("archive.not_a_table", "one column\nonly".getBytes(StandardCharsets.UTF_8));
        refused("archive.no_rows", "a;b\n".getBytes(StandardCharsets.UTF_8));
        refused("archive.too_large", new byte[CsvFile.MOST_BYTES + 1]);
        refused("archive.too_many", ("a;b\n" + "1;2\n".repeat(CsvFile.MOST_ROWS + 1)).getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String code, byte[] bytes) {
        assertThatThrownBy(() -> CsvFile.read(bytes)).isInstanceOf(BusinessRuleViolation.class)
            .satisfies(e -> assertThat(((BusinessRuleViolation) e).code()).isEqualTo(code));
    }
}
