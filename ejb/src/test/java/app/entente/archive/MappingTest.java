package app.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 2: headers say which column is which field. */
class MappingTest {

    @Test
    void french_and_english_headers_are_recognised() {
        assertThat(Mapping.propose("clients", List.of("NOM", "Prénom", "Né(e) le", "Courriel", "Tél.", "Code postal", "Couleur")).columns())
            .isEqualTo(Map.of(Field.FAMILY_NAME, 0, Field.GIVEN_NAME, 1, Field.BIRTH_DATE, 2, Field.EMAIL, 3, Field.PHONE, 4, Field.POSTAL_CODE, 5));
        assertThat(Mapping.propose("meetings", List.of("Client ID", "Date", "Start time", "Duration", "Status")).columns())
            .isEqualTo(Map.of(Field.CLIENT_REFERENCE, 0, Field.DAY, 1, Field.TIME, 2, Field.MINUTES, 3, Field.OUTCOME, 4));
        assertThat(Mapping.propose("receipts", List.of("No", "Dossier", "Date", "Total", "Payé le", "Mode de paiement")).columns())
            .isEqualTo(Map.of(Field.NUMBER, 0, Field.CLIENT_REFERENCE, 1, Field.ISSUED_ON, 2, Field.AMOUNT, 3, Field.PAID_ON, 4, Field.MEANS, 5));
    }

    @Test
    void a_mapping_is_kept_and_read_again() {
        Mapping mapping = Mapping.propose("clients", List.of("Nom", "Prénom", "Ville"));
        assertThat(Mapping.of(mapping.words())).isEqualTo(mapping);
        assertThat(Mapping.of("").columns()).isEmpty();
    }

    @Test
    void the_same_headers_are_the_same_file_however_they_are_written() {
        assertThat(Mapping.key(List.of("Prénom", "Nom"))).isEqualTo(Mapping.key(List.of(" PRENOM ", "nom"))).isNotEqualTo(Mapping.key(List.of("Nom", "Prénom")));
    }

    @Test
    void a_mapping_that_cannot_work_is_refused() {
        assertThatThrownBy(() -> mapping(Map.of(Field.GIVEN_NAME, 0)).check("clients", 3)).hasMessageContaining("archive.mapping_name");
        assertThatThrownBy(() -> mapping(Map.of(Field.GIVEN_NAME, 0, Field.FAMILY_NAME, 0)).check("clients", 3)).hasMessageContaining("archive.mapping_twice");
        assertThatThrownBy(() -> mapping(Map.of(Field.DAY, 0)).check("meetings", 3)).hasMessageContaining("archive.mapping_client");
        assertThatThrownBy(() -> mapping(Map.of(Field.CLIENT_REFERENCE, 0)).check("meetings", 3)).hasMessageContaining("archive.mapping_day");
        assertThatThrownBy(() -> mapping(Map.of(Field.CLIENT_REFERENCE, 0, Field.NUMBER, 1, Field.AMOUNT, 2)).check("receipts", 3))
            .hasMessageContaining("archive.mapping_receipt");
        mapping(Map.of(Field.CLIENT_REFERENCE, 0, Field.DAY, 1, Field.TIME, 1)).check("meetings", 3);
    }

    private static Mapping mapping(Map<Field, Integer> columns) {
        return new Mapping(new EnumMap<>(columns));
    }
}
