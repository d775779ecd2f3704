package app.entente.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 5 of the signing package: the typed name must be that person's, accents and order aside. */
class SignedNameTest {

    @ParameterizedTest
    @CsvSource({"zoe lefevre, Zoé Lefèvre", "ZOÉ LEFÈVRE, Zoé Lefèvre", "Noël Çelik, Noel Celik", "Laetitia Coeur, Lætitia Cœur", "LÆTITIA CŒUR, Laetitia Coeur"})
    void rule_5_accents_capitals_and_ligatures_do_not_matter(String typed, String expected) {
        assertThat(SignedName.matches(typed, expected)).isTrue();
    }

    @Test
    void rule_5_the_order_does_not_matter() {
        assertThat(SignedName.matches("Tremblay, Noa", "Noa Tremblay")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anne Marie Dubois Roy", "Anne-Marie Dubois-Roy", "anne‑marie dubois–roy", "  Anne-Marie\u00A0Dubois-Roy  "})
    void rule_5_hyphens_and_spaces_do_not_matter(String typed) {
        assertThat(SignedName.matches(typed, "Anne-Marie Dubois-Roy")).isTrue();
    }

    @Test
    void rule_5_apostrophes_of_either_shape_are_one() {
        assertThat(SignedName.matches("Maeve O'Brien", "Maeve O’Brien")).isTrue();
    }

    @Test
    void rule_5_an_accent_typed_as_two_characters_is_the_same_accent() {
        assertThat(SignedName.matches("Zoe\u0301 Lefevre", "Zoé Lefèvre")).isTrue();
    }

    @Test
    void rule_5_more_names_than_asked_for_are_taken() {
        assertThat(SignedName.matches("Noa Léa Tremblay", "Noa Tremblay")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Noa", "Tremblay", "N. Tremblay", "Noa Tremblai", "NoaTremblay", "Maude Lavigne", "…"})
    void rule_5_a_missing_word_is_refused(String typed) {
        assertThat(SignedName.matches(typed, "Noa Tremblay")).isFalse();
    }

    @Test
    void rule_5_names_of_other_scripts_are_compared_too() {
        assertThat(SignedName.matches("李 小龙", "小龙 李")).isTrue();
        assertThat(SignedName.matches("李", "小龙 李")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "—"})
    void rule_5_where_no_name_is_expected_nothing_matches(String expected) {
        assertThat(SignedName.matches("Noa Tremblay", expected)).isFalse();
        assertThat(SignedName.matches(expected, expected)).isFalse();
    }
}
