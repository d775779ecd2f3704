package app.entente.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondFactTest {

    @ParameterizedTest
    @ValueSource(strings = {"L’Étang bleu", "l'etang bleu", " LETANG  BLEU ", "l’e\u0301tang\u00A0bleu"})
    void rule_3_case_accents_and_spaces_of_the_word_do_not_count(String answer) {
        assertThat(SecondFact.word("l’étang bleu").is(answer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"l’étang", "l’étang bleus", "bleu", ""})
    void rule_3_another_word_is_not_the_fact(String answer) {
        assertThat(SecondFact.word("l’étang bleu").is(answer)).isFalse();
    }

    @Test
    void rule_3_the_birth_date_is_met_by_the_same_day_only() {
        SecondFact fact = SecondFact.birthDate(LocalDate.of(2001, 3, 14));
        assertThat(fact.is("2001-03-14")).isTrue();
        assertThat(fact.is("2001-04-13")).isFalse();
        assertThat(fact.is(null)).isFalse();
    }

    @Test
    void rule_3_the_same_word_twice_is_kept_differently_and_a_copy_is_the_same() {
        SecondFact fact = SecondFact.word("hirondelle");
        assertThat(SecondFact.word("hirondelle")).isNotEqualTo(fact);
        assertThat(fact.copy()).isEqualTo(fact).isNotSameAs(fact);
    }
}
