package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Coming in and going out: through the real pages of the sign-in server, to one's own place and to no other. */
@ExtendWith(Journeys.class)
class SignInJourney {

    @ParameterizedTest
    @EnumSource(Person.class)
    void each_person_comes_to_their_own_place(Person person, Journeys journeys) {
        Screen screen = journeys.signedIn(person, Device.DESKTOP);
        assertThat(screen.opens(person.home())).isEqualTo(200);
        screen.isSound().picture("home-" + person.name().toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(Person.class)
    void each_place_fits_a_phone(Person person, Journeys journeys) {
        Screen screen = journeys.signedIn(person, Device.PHONE);
        screen.reads(person.home()).picture("home-" + person.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void a_wrong_password_is_refused_without_saying_what_was_wrong(Journeys journeys) {
        Screen screen = journeys.visitor(Device.PHONE, "fr");
        screen.opens(Person.NOA.home());
        screen.page().locator("[name=username]").fill(Person.NOA.email());
        if (screen.page().locator("[name=password]").count() == 0) {
            screen.page().locator("[name=username]").press("Enter");
        }
        screen.page().locator("[name=password]").fill("not the password");
        screen.page().locator("[name=password]").press("Enter");
        screen.page().waitForLoadState();
        assertThat(screen.page().url()).startsWith(Installation.stack().issuer());
        screen.isSound().picture("sign-in-refused");
    }

    @Test
    void another_workspace_and_one_that_does_not_exist_are_answered_alike(Journeys journeys) {
        Screen screen = journeys.signedIn(Person.MAUDE, Device.DESKTOP);
        assertThat(screen.opens("/w/camille-aubry/file/list")).isEqualTo(404);
        String foreign = screen.isSound().words();
        assertThat(screen.opens("/w/does-not-exist/file/list")).isEqualTo(404);
        assertThat(screen.isSound().words()).isEqualTo(foreign);
        assertThat(screen.opens("/c/camille-aubry/documents")).isEqualTo(404);
        assertThat(screen.words()).isEqualTo(foreign);
    }

    @Test
    void a_visitor_learns_of_no_workspace_from_its_closed_pages(Journeys journeys) {
        Screen known = journeys.visitor(Device.DESKTOP, "fr");
        known.opens("/w/camille-aubry/file/list");
        Screen unknown = journeys.visitor(Device.DESKTOP, "fr");
        unknown.opens("/w/does-not-exist/file/list");
        assertThat(known.page().url()).startsWith(Installation.stack().issuer());
        assertThat(unknown.page().url()).startsWith(Installation.stack().issuer());
        assertThat(unknown.words()).isEqualTo(known.words());
    }

    @Test
    void a_client_does_not_enter_the_practice(Journeys journeys) {
        Screen screen = journeys.signedIn(Person.NOA, Device.DESKTOP);
        assertThat(screen.opens("/w/maude-lavigne/file/list")).isEqualTo(404);
        assertThat(screen.opens("/operator")).isEqualTo(404);
    }

    @Test
    void who_signs_out_is_out(Journeys journeys) {
        Screen screen = journeys.freshlySignedIn(Person.NOA, Device.DESKTOP);
        screen.opens(Person.NOA.home());
        screen.page().locator("form[action$='/logout'] button").first().click();
        screen.page().waitForURL(url -> url.startsWith(Installation.stack().baseUrl()));
        screen.isSound().picture("signed-out");
        screen.opens(Person.NOA.home());
        assertThat(screen.page().url()).startsWith(Installation.stack().issuer());
        assertThat(screen.page().locator("[name=username], [name=password]").count()).isPositive();
    }

    @Test
    void what_was_typed_survives_a_session_that_ran_out(Journeys journeys) {
        Screen screen = journeys.signedIn(Person.MAUDE, Device.DESKTOP);
        screen.reads("/w/maude-lavigne/file/register");
        screen.writes("Prénom", "Alix").writes("Nom de famille", "Exemple").writes("Ce qui amène la personne", "Un passage difficile.");
        screen.losesItsSession().presses("Ouvrir le dossier");
        screen.page().waitForURL(url -> url.contains("/file/register"));
        assertThat(screen.field("Prénom").inputValue()).isEqualTo("Alix");
        assertThat(screen.field("Nom de famille").inputValue()).isEqualTo("Exemple");
        assertThat(screen.field("Ce qui amène la personne").inputValue()).isEqualTo("Un passage difficile.");
        screen.isSound().picture("typed-again");
    }

    @Test
    void the_session_s_cookie_is_this_host_s_alone_and_no_script_reads_it() throws Exception {
        HttpResponse<Void> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(Installation.stack().baseUrl() + Person.MAUDE.home())).build(),
            HttpResponse.BodyHandlers.discarding());
        String cookie = answer.headers().firstValue("set-cookie").orElseThrow();
        assertThat(cookie).startsWith("__Host-").contains("; Secure").contains("; HttpOnly").containsIgnoringCase("; SameSite=Lax").contains("; Path=/;");
    }
}
