package app.entente.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.file.Files;
import app.entente.note.Drafts;
import app.entente.note.EntryContent;
import app.entente.note.EntrySignatures;
import app.entente.note.Notes;
import app.entente.note.Said;
import app.entente.person.PersonDetails;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.TestClock;
import app.entente.workspace.Workspaces;
import jakarta.ejb.EJBAccessException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Search in the real database: what is found, by whom, and what is not. */
class SearchesIT {

    private static InWorkspace maude;
    private static UUID note;

    @BeforeAll
    static void the_social_worker_of_the_demo_has_signed_a_note() throws Exception {
        Features.demo();
        maude = InWorkspace.practitioner(InWorkspace.platform().call(() -> Features.get(Workspaces.class).find("maude-lavigne").getId()));
        PersonDetails details = new PersonDetails();
        details.setGivenName("Éléonore");
        details.setFamilyName("Côté-Œuvrard");
        UUID file = maude.call(() -> Features.get(Files.class).open(details, ""));
        note = signed(file, "Les réveils précoces s’espacent ; l’anxiété du lundi demeure.", List.of(new Said("Mes enfants m’aident beaucoup.", null, "joint", "record"),
            new Said("Consulter la superviseure au sujet du zèbre.", null, "individual", "personal")));
        maude.call(() -> Features.get(EntrySignatures.class).add(note, "Courriel du pharmacien reçu."));
    }

    @Test
    void accents_and_capitals_are_optional_and_a_beginning_is_enough() throws Exception {
        for (String typed : List.of("éléonore", "ELEONORE", "cote", "Côté", "eleo oeuvr", "Œuvrard")) {
            assertThat(maude.call(() -> all(typed)).people()).as(typed).extracting(Found::title).containsExactly("Éléonore Côté-Œuvrard");
        }
        for (String typed : List.of("réveils", "reveil", "ANXIETE", "anxi", "lundi anxiété", "enfants beaucoup", "enfant lundis")) {
            assertThat(maude.call(() -> all(typed)).writings()).as(typed).extracting(Found::id).contains(note);
        }
    }

    @Test
    void every_word_has_to_be_there() throws Exception {
        assertThat(maude.call(() -> all("éléonore absente")).count()).isZero();
        assertThat(maude.call(() -> all("anxiété introuvable")).writings()).isEmpty();
    }

    @Test
    void what_is_found_shows_a_few_of_its_words_and_which_ones_were_asked_for() throws Exception {
        Found found = maude.call(() -> all("anxiete")).writings().get(0);
        assertThat(found.more()).isEqualTo("Éléonore Côté-Œuvrard");
        assertThat(found.snippet().stream().filter(Found.Piece::hit).map(Found.Piece::text)).anyMatch(text -> text.contains("anxiété"));
        assertThat(found.snippet().stream().map(Found.Piece::text).collect(Collectors.joining()).length()).isLessThan(200);
    }

    @Test
    void an_addition_and_a_personal_working_note_are_found_by_their_author() throws Exception {
        assertThat(maude.call(() -> all("pharmacien")).writings()).extracting(Found::kind).containsExactly("addendum");
        assertThat(maude.call(() -> all("zebre")).writings()).extracting(Found::kind).containsExactly("personal");
        InWorkspace colleague = InWorkspace.practitioner(maude.tenant());
        assertThat(colleague.call(() -> all("zebre")).writings()).isEmpty();
        assertThat(colleague.call(() -> all("pharmacien")).writings()).hasSize(1);
    }

    @Test
    void a_draft_is_not_found() throws Exception {
        UUID file = maude.call(() -> Features.get(Files.class).page("éléonore").get(0).id());
        UUID draft = maude.call(() -> Features.get(Notes.class).ofFile(file));
        maude.call(() -> Features.get(Drafts.class).save(draft, 0, null, new EntryContent(Map.of("analysis", "Un ornithorynque"), List.of())));
        assertThat(maude.call(() -> all("ornithorynque")).count()).isZero();
    }

    @Test
    void an_assistant_finds_people_and_nothing_that_is_written() throws Exception {
        InWorkspace assistant = new InWorkspace(maude.tenant(), Set.of("assistant", "person"), maude.login(), maude.account(), null);
        Results found = assistant.call(() -> Features.get(Searches.class).ofDesk("éléonore", "fr"));
        assertThat(found.people()).hasSize(1);
        assertThat(assistant.call(() -> Features.get(Searches.class).ofDesk("anxiété", "fr")).count()).isZero();
        assertThatThrownBy(() -> assistant.call(() -> all("éléonore"))).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void another_workspace_finds_nothing_of_it() throws Exception {
        InWorkspace camille = InWorkspace.practitioner(InWorkspace.platform().call(() -> Features.get(Workspaces.class).find("camille-aubry").getId()));
        for (String typed : List.of("éléonore", "anxiété", "pharmacien", "zèbre")) {
            assertThat(camille.call(() -> all(typed)).writings()).as(typed).isEmpty();
            assertThat(camille.call(() -> all(typed)).people()).as(typed).isEmpty();
        }
    }

    @Test
    void the_index_made_again_finds_the_same() throws Exception {
        List<Found> before = maude.call(() -> all("anxiété")).writings();
        assertThat(maude.call(() -> Features.get(SearchIndex.class).rebuild())).isPositive();
        assertThat(maude.call(() -> all("anxiété")).writings()).isEqualTo(before);
        assertThat(maude.call(() -> all("pharmacien")).writings()).hasSize(1);
    }

    @Test
    void signs_and_questions_without_words_find_nothing_and_break_nothing() throws Exception {
        for (String typed : List.of("", "  ", "a", "& | ! ( )", "':*", "%", "\\", "é")) {
            assertThat(maude.call(() -> all(typed)).count()).as(typed).isZero();
        }
        assertThat(maude.call(() -> all("anxiété:* & !lundi'")).writings()).extracting(Found::id).contains(note);
    }

    private static Results all(String typed) {
        return Features.get(Searches.class).all(typed, "fr");
    }

    private static UUID signed(UUID file, String analysis, List<Said> said) throws Exception {
        UUID id = maude.call(() -> Features.get(Notes.class).ofFile(file));
        LocalDateTime before = LocalDateTime.ofInstant(TestClock.now(), ZoneId.of("America/Toronto")).minusHours(2).truncatedTo(ChronoUnit.MINUTES);
        Map<String, String> values = new HashMap<>(Map.of("analysis", analysis, "service_on", before.toLocalDate().toString(), "service_time",
            before.toLocalTime().toString()));
        int revision = maude.call(() -> Features.get(Drafts.class).save(id, 0, null, new EntryContent(values, said))).revision();
        maude.run(() -> Features.get(EntrySignatures.class).sign(id, revision));
        return id;
    }
}
