package app.entente.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is looked for, and how little of what is written is shown (rules 1 and 5). */
class SearchesTest {

    @Test
    void words_are_small_without_accents_and_signs_and_of_two_letters_at_least() {
        assertThat(Searches.words("  L’Été à Saint-Jérôme, œuvre 12 % ")).containsExactly("ete", "saint", "jerome", "oeuvre", "12");
        assertThat(Searches.words(null)).isEmpty();
        assertThat(Searches.words("% _ ' \\")).isEmpty();
    }

    @Test
    void a_snippet_is_cut_where_the_words_that_were_asked_for_begin_and_end() {
        assertThat(Searches.pieces("Le \u0001sommeil\u0002 revient\nun peu")).containsExactly(new Found.Piece("Le ", false), new Found.Piece("sommeil", true),
            new Found.Piece(" revient un peu", false));
        assertThat(Searches.pieces("<b>rien</b>")).containsExactly(new Found.Piece("<b>rien</b>", false));
    }
}
