package app.entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckCodeTest {

    @Test
    void a_code_is_read_as_it_is_written() {
        for (int i = 0; i < 1000; i++) {
            CheckCode code = CheckCode.random();
            assertThat(CheckCode.read(code.grouped())).contains(code);
            assertThat(CheckCode.read(code.compact().toLowerCase())).contains(code);
        }
    }

    @Test
    void a_code_has_five_groups_and_known_letters() {
        assertThat(Samples.CODE.grouped()).isEqualTo("60RK4-CSM6M-V3EE1-SC5H6-6S35CR");
        assertThat(CheckCode.random().grouped()).matches("([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{6}");
    }

    @Test
    void letters_taken_for_digits_and_odd_spaces_are_forgiven() {
        assertThat(CheckCode.read(" 6orK4 csm6m\u00A0v3eel–sc5h6 6s35cr ")).contains(Samples.CODE);
    }

    @Test
    void anything_else_is_no_code() {
        assertThat(CheckCode.read("")).isEmpty();
        assertThat(CheckCode.read(Samples.CODE.compact() + "0")).isEmpty();
        assertThat(CheckCode.read(Samples.CODE.compact().replace('K', 'U'))).isEmpty();
        assertThat(CheckCode.read(Samples.CODE.compact().substring(0, 25) + "1")).isEmpty();
    }

    @Test
    void look_up_is_by_the_digest_of_the_compact_form() {
        assertThat(Samples.CODE.digest())
            .isEqualTo(Sha256.of("60RK4CSM6MV3EE1SC5H66S35CR".getBytes(StandardCharsets.US_ASCII)));
        assertThat(Samples.CODE.toString()).doesNotContain("60RK4");
    }

    @Test
    void codes_do_not_repeat() {
        Set<CheckCode> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            codes.add(CheckCode.random());
        }
        assertThat(codes).hasSize(10_000);
    }
}
