package app.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Rule 4: who is the same person. */
class KnownPersonTest {

    private static final LocalDate BORN = LocalDate.of(1990, 4, 3);

    private final Acquaintances known = new Acquaintances();

    @Test
    void the_same_name_and_birth_date_are_the_same_person() {
        known.add(person("Zoé", null, "Côté", BORN, "zoe@example.org", null));
        assertThat(known.twin(person("ZOE", null, "Cote", BORN, "other@example.org", null))).isPresent();
    }

    @Test
    void another_birth_date_is_another_person_whatever_else_is_the_same() {
        known.add(person("Zoé", null, "Côté", BORN, "zoe@example.org", null));
        assertThat(known.twin(person("Zoé", null, "Côté", BORN.plusDays(1), "zoe@example.org", null))).isEmpty();
    }

    @Test
    void without_a_birth_date_a_contact_in_common_decides() {
        known.add(person("Zoé", null, "Côté", BORN, "zoe@example.org", "+1 514 555-0101"));
        assertThat(known.twin(person("Zoé", null, "Côté", null, "ZOE@example.org", null))).isPresent();
        assertThat(known.twin(person("Zoé", null, "Côté", null, null, "(514) 555.0101"))).isPresent();
        assertThat(known.twin(person("Zoé", null, "Côté", null, "other@example.org", null))).isEmpty();
    }

    @Test
    void with_nothing_to_compare_the_name_is_enough_to_ask() {
        known.add(person("Zoé", null, "Côté", null, null, null));
        assertThat(known.twin(person("Zoé", null, "Côté", BORN, null, null))).isPresent();
    }

    @Test
    void another_name_is_another_person_and_the_chosen_name_is_a_name() {
        known.add(person("Zoé", "Alex", "Côté", BORN, null, null));
        assertThat(known.twin(person("Léa", null, "Côté", BORN, null, null))).isEmpty();
        assertThat(known.twin(person("Alex", null, "Côté", BORN, null, null))).isPresent();
    }

    private static KnownPerson person(String given, String chosen, String family, LocalDate birth, String email, String phone) {
        return new KnownPerson(null, null, given, family, chosen, birth, email, phone, null);
    }
}
