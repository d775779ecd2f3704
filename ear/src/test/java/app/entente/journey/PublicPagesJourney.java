package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What anybody may read, in both languages, in the hand and on the desk. */
@ExtendWith(Journeys.class)
class PublicPagesJourney {

    @ParameterizedTest
    @CsvSource({"PHONE,fr", "PHONE,en", "DESKTOP,fr", "DESKTOP,en"})
    void the_front_page_shows_the_open_practices(Device device, String language, Journeys journeys) {
        Screen screen = journeys.visitor(device, language).reads("/").picture("front-" + language);
        assertThat(screen.page().locator("html").getAttribute("lang")).startsWith(language);
        assertThat(screen.words()).contains("Maude Lavigne", "Camille Aubry");
    }

    @ParameterizedTest
    @CsvSource({"maude-lavigne,PHONE,fr,fr-CA", "maude-lavigne,DESKTOP,en,en-CA", "camille-aubry,PHONE,en,en-GB", "camille-aubry,DESKTOP,fr,fr-FR"})
    void a_practice_introduces_itself_in_the_language_and_manner_of_its_place(String slug, Device device, String language, String lang, Journeys journeys) {
        Screen screen = journeys.visitor(device, language).reads("/p/" + slug).picture("practice-" + slug + "-" + language);
        assertThat(screen.page().locator("html").getAttribute("lang")).isEqualTo(lang);
        if (lang.equals("fr-CA")) {
            assertThat(screen.words()).as("no thin space before ; ! ? in Quebec").doesNotContain("\u202F;", "\u202F?", "\u202F!");
        }
    }

    @Test
    void the_other_language_is_one_press_away_and_is_remembered(Journeys journeys) {
        Screen screen = journeys.visitor(Device.PHONE, "fr").reads("/p/maude-lavigne");
        screen.follows("English");
        assertThat(screen.place()).isEqualTo("/p/maude-lavigne");
        assertThat(screen.page().locator("html").getAttribute("lang")).isEqualTo("en-CA");
        screen.reads("/");
        assertThat(screen.page().locator("html").getAttribute("lang")).startsWith("en");
    }

    @Test
    void a_page_that_is_not_there_says_so_kindly(Journeys journeys) {
        Screen screen = journeys.visitor(Device.PHONE, "fr");
        assertThat(screen.opens("/p/does-not-exist")).isEqualTo(404);
        screen.isSound().picture("missing");
        assertThat(screen.opens("/nowhere")).isEqualTo(404);
    }
}
