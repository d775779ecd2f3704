package app.entente.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is typed comes back as it was typed, and two texts in one lose nothing of either (rule 2). */
class EntryContentTest {

    private static final UUID NOA = UUID.randomUUID();

    @Test
    void what_is_kept_comes_back_with_its_accents_quotes_and_lines() {
        EntryContent typed = new EntryContent(Map.of("analysis", "Élan « retrouvé »\nœuvre \"à suivre\" \\ 🙂"), List.of(new Said("Je dors mieux.", NOA, "joint", "shared"),
            new Said("", null, null, null)));
        assertThat(EntryContent.of(typed.json())).isEqualTo(typed);
        assertThat(typed.said().get(1)).isEqualTo(new Said("", null, "individual", "record"));
        assertThat(typed.statements()).hasSize(1);
    }

    @Test
    void lines_end_alike_whatever_the_browser_sends() {
        assertThat(values("analysis", "un\r\ndeux")).isEqualTo(values("analysis", "un\ndeux"));
    }

    @Test
    void an_empty_field_is_no_field() {
        assertThat(values("analysis", "")).isEqualTo(EntryContent.nothing());
    }

    @Test
    void texts_that_differ_stand_one_after_the_other() {
        assertThat(values("analysis", "Ceci.").united(values("analysis", "Cela.")).value("analysis")).isEqualTo("Ceci.\n\nCela.");
    }

    @Test
    void of_a_text_and_its_beginning_the_longer_stays() {
        EntryContent whole = values("analysis", "Ceci et cela.");
        EntryContent half = values("analysis", "Ceci");
        assertThat(whole.united(half)).isEqualTo(whole);
        assertThat(half.united(whole)).isEqualTo(whole);
    }

    @Test
    void fields_and_statements_of_both_are_there() {
        EntryContent one = values("analysis", "A").saying(List.of(said("Un", "record"), said("Deux", "record")));
        EntryContent other = values("next", "B").saying(List.of(said("Un", "shared")));
        EntryContent both = one.united(other);
        assertThat(both.values()).containsEntry("analysis", "A").containsEntry("next", "B");
        assertThat(both.said()).containsExactly(said("Un", "record"), said("Un", "shared"), said("Deux", "record"));
    }

    private static Said said(String text, String shelf) {
        return new Said(text, NOA, "individual", shelf);
    }

    private static EntryContent values(String code, String text) {
        return new EntryContent(Map.of(code, text), List.of());
    }
}
