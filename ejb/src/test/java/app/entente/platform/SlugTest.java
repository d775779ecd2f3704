package app.entente.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Addresses made from names. */
class SlugTest {

    @Test
    void a_name_becomes_a_word_without_accents() {
        assertThat(Slug.of("Cœur & Été, pratique d’accompagnement")).isEqualTo("coeur-ete-pratique-d-accompagnement");
        assertThat(Slug.of("  —  ")).isEqualTo("espace");
        assertThat(Slug.of("x".repeat(80))).hasSize(50);
    }

    @Test
    void what_is_made_fits() {
        assertThat(Slug.fits(Slug.of("Été"))).isTrue();
        assertThat(Slug.fits(Slug.another("x".repeat(50), 12))).isTrue();
        assertThat(Slug.fits("a--b")).isFalse();
        assertThat(Slug.fits("-ab")).isFalse();
        assertThat(Slug.fits("Ab")).isFalse();
        assertThat(Slug.fits(null)).isFalse();
    }
}
