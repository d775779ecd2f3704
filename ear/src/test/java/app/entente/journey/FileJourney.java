package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A couple's file and a child's, the path with a leap and a return, and the list. */
@ExtendWith(Journeys.class)
class FileJourney {

    @Test
    void a_couples_file_is_split_and_each_keeps_their_own_words(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        String id = opens(office, "Couple", "Lise", "Partage", "lise@demo.example", null);
        office.goesTo("/file/person");
        writes(office, "add", "Paul", "Partage", "paul@demo.example");
        office.screen().presses("Ajouter au dossier");
        office.goesTo("/file/show");
        Page page = office.page();
        assertThat(page.locator("h1").innerText()).contains("Lise Partage", "Paul Partage");
        says(office, id, "Ensemble", "Nous voulons rester parents à deux.", "shared");
        says(office, id, "Lise Partage", "Lise pense à partir.", "record");
        says(office, id, "Paul Partage", "Paul a perdu son emploi.", "record");
        Album.keeps(office.screen(), "file-statements");
        office.screen().opens(Person.MAUDE.home() + "/file/show?id=" + id + "&tab=people");
        Album.keeps(office.screen(), "file-people");
        page.locator("#people li", new Page.LocatorOptions().setHasText("Lise Partage")).getByText("Sa part").click();
        office.goesTo("/file/part");
        assertThat(office.screen().words()).contains("Nous voulons rester parents à deux.", "Lise pense à partir.").doesNotContain("Paul a perdu");
        assertThat(office.screen().words()).doesNotContain("paul@demo.example");
        Album.keeps(office.screen(), "file-part");
        office.screen().opens(Person.MAUDE.home() + "/file/show?id=" + id + "&tab=journal");
        assertThat(office.screen().words()).contains("Paul a perdu son emploi.", "Dossier ouvert");
        Album.keeps(office.screen(), "file-journal");
    }

    @Test
    void a_mothers_space_shuts_on_the_fourteenth_birthday(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        LocalDate today = LocalDate.now();
        String id = opens(office, "Personne mineure", "Zoé", "Quatorze", "", today.minusYears(13));
        office.goesTo("/file/person");
        Newcomer mother = Newcomer.called("Mireille", "Quatorze");
        office.page().locator("[id='add:sees']").selectOption("shared");
        writes(office, "add", mother.given(), mother.family(), mother.email());
        office.screen().presses("Ajouter au dossier");
        office.goesTo("/file/show");
        assertThat(office.screen().words()).contains("Consentement demandé");
        office.page().getByText("Mireille Quatorze").first().click();
        office.goesTo("/file/person");
        Album.keeps(office.screen(), "file-person");
        office.page().locator("[id='consenting:answer'] input[value=given]").check();
        office.page().locator("form[id=consenting] [type=submit]").click();
        office.page().waitForLoadState();
        assertThat(office.page().locator("[id='consenting:answer'] input[value=given]").isChecked()).isTrue();
        Screen phone = journeys.visitor(Device.PHONE, "fr");
        mother.accepts(phone, mother.isInvited(office, office.page().url()));
        mother.enters(phone, "/c/maude-lavigne");
        assertThat(phone.words()).contains("Bonjour Mireille");

        office.screen().opens(Person.MAUDE.home() + "/file/edit?id=" + id);
        office.page().locator("[id$='birthDate']").fill(today.minusYears(14).toString());
        office.page().locator("form [type=submit].primary").click();
        office.goesTo("/file/show");
        assertThat(office.screen().words()).contains("cette personne tient elle-même le secret");
        Album.keeps(office.screen(), "file-minor");
        assertThat(phone.opens("/c/maude-lavigne")).isEqualTo(404);
    }

    @Test
    void what_cannot_be_kept_is_said_beside_its_field_and_everything_typed_stays(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        String id = opens(office, "Individuel", "Nina", "Champs", "", null);
        office.screen().opens(Person.MAUDE.home() + "/file/edit?id=" + id);
        Map<String, String> typed = Map.of("givenName", "", "birthDate", LocalDate.now().plusYears(1).toString(), "email", "pas une adresse", "phone", "sur demande",
            "emergencyName", "Tante Rose");
        typed.forEach((field, words) -> office.page().locator("[id='edit:" + field + "']").fill(words));
        office.page().locator("form[id=edit] [type=submit].primary").click();
        office.page().getByText("Rien n’est perdu.").waitFor();
        Map.of("givenName", "nécessaire pour continuer", "birthDate", "Une date passée est attendue", "email", "ne semble pas complète", "phone", "Ce numéro n’a pas pu être lu")
            .forEach((field, refusal) -> {
                Locator control = office.page().locator("[id='edit:" + field + "']");
                assertThat(control.getAttribute("aria-invalid")).isEqualTo("true");
                assertThat(control.getAttribute("aria-describedby")).endsWith("edit:" + field + "-error");
                assertThat(office.page().locator("[id='edit:" + field + "-error']").innerText()).contains(refusal);
            });
        typed.forEach((field, words) -> assertThat(office.page().locator("[id='edit:" + field + "']").inputValue()).isEqualTo(words));
        office.screen().opens(Person.MAUDE.home() + "/file/edit?id=" + id);
        assertThat(office.page().locator("[id='edit:givenName']").inputValue()).isEqualTo("Nina");
    }

    @Test
    void the_path_leaps_and_comes_back_with_a_reason(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        String id = opens(office, "Individuel", "Théo", "Chemin", "", null);
        office.goesTo("/file/show");
        Page page = office.page();
        office.screen().presses("Passer à l’étape suivante");
        page.waitForLoadState();
        assertThat(page.locator(".journey li.current h3").innerText()).contains("valuation");
        moves(office, "closing", "");
        assertThat(office.screen().words()).contains("laisse une raison");
        moves(office, "closing", "Déménagement annoncé");
        assertThat(page.locator(".journey li.skipped").count()).isEqualTo(2);
        moves(office, "intervention", "Le départ est reporté");
        assertThat(page.locator(".journey").innerText()).contains("Déménagement annoncé", "Le départ est reporté");
        Album.keeps(office.screen(), "file-path");
        assertThat(id).isNotBlank();
    }

    @Test
    void the_list_finds_as_one_types_and_keeps_it_in_the_address(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        opens(office, "Individuel", "Ségolène", "Introuvable", "", null);
        office.goesTo("/file/show");
        office.screen().opens(Person.MAUDE.home() + "/file/list");
        Page page = office.page();
        assertThat(page.locator(".chips").first().innerText()).contains("Ségolène Introuvable");
        page.locator("#q").pressSequentially("segolene");
        page.locator("#found tbody tr").filter(new Locator.FilterOptions().setHasNotText("Ségolène")).first()
            .waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(page.locator("#found tbody tr").count()).isEqualTo(1);
        assertThat(page.url()).contains("q=segolene");
        page.locator("#status").selectOption(new SelectOption().setValue("closed"));
        page.getByText("Rien de ce nom").waitFor();
        page.reload();
        assertThat(page.locator("#status").inputValue()).isEqualTo("closed");
        Album.keeps(office.screen(), "file-list-nothing");
    }

    @Test
    void a_client_sees_their_path_and_chooses_how_they_are_spoken_to(Journeys journeys) {
        Screen noa = journeys.signedIn(Person.NOA, Device.PHONE);
        noa.reads("/c/maude-lavigne/path");
        assertThat(noa.words()).contains("Mon parcours", "Étape en cours");
        Album.keeps(noa, "portal-path");
        noa.reads("/c/maude-lavigne/preferences");
        Page page = noa.page();
        page.locator("[id='preferences:form'] input[value=tu]").check();
        page.locator("form[id=preferences] [type=submit]").click();
        page.getByText("C’est noté.").waitFor();
        noa.opens("/c/maude-lavigne");
        assertThat(noa.words()).contains("Ce qui t’attend");
        noa.opens("/c/maude-lavigne/preferences");
        page.locator("[id='preferences:form'] input[value=vous]").check();
        page.locator("form[id=preferences] [type=submit]").click();
        page.getByText("C’est noté.").waitFor();
        Album.keeps(noa, "portal-preferences");
    }

    @Test
    void the_practice_writes_its_steps(Journeys journeys) {
        Office office = Office.of(Person.CAMILLE, journeys);
        office.screen().reads(Person.CAMILLE.home() + "/catalogue/process");
        Album.keeps(office.screen(), "catalogue-process");
        office.page().getByText("Modifier").first().click();
        office.goesTo("/catalogue/step");
        Album.keeps(office.screen(), "catalogue-step");
        office.page().locator("[id='step:min']").fill("3");
        office.page().locator("[id='step:max']").fill("2");
        office.page().locator("form[id=step] [type=submit]").click();
        office.page().getByText("le plus petit d’abord").waitFor();
    }

    private static String opens(Office office, String kind, String given, String family, String email, LocalDate birth) {
        office.screen().opens(office.who().home() + "/file/register");
        office.page().getByRole(com.microsoft.playwright.options.AriaRole.RADIO, new Page.GetByRoleOptions().setName(kind).setExact(true)).check();
        writes(office, "register", given, family, email);
        if (birth != null) {
            office.page().locator("[id='register:birthDate']").fill(birth.toString());
        }
        office.screen().presses("Ouvrir le dossier");
        office.page().waitForURL(url -> url.contains("/file/show") || url.contains("/file/person"));
        return office.page().url().contains("/file/show") ? office.parameter("id") : office.parameter("file");
    }

    private static void writes(Office office, String form, String given, String family, String email) {
        office.page().locator("[id='" + form + ":givenName']").fill(given);
        office.page().locator("[id='" + form + ":familyName']").fill(family);
        office.page().locator("[id='" + form + ":email']").fill(email);
    }

    private static void says(Office office, String file, String who, String words, String shelf) {
        office.screen().opens(office.who().home() + "/file/show?id=" + file + "&tab=statements");
        Page page = office.page();
        page.locator("[id='statement:text']").fill(words);
        page.locator("[id='statement:source']").selectOption(new SelectOption().setLabel(who));
        page.locator("[id='statement:shelf'] input[value=" + shelf + "]").check();
        page.locator("form[id=statement] [type=submit]").click();
        page.locator("#statements").getByText(words).waitFor();
    }

    private static void moves(Office office, String step, String reason) {
        Page page = office.page();
        if (page.locator("[id='move:step']").isHidden()) {
            page.getByText("Revenir ou passer une étape").first().click();
        }
        page.locator("[id='move:step']").selectOption(step);
        page.locator("[id='move:reason']").fill(reason);
        page.evaluate("document.body.dataset.before = 'yes'");
        page.locator("form[id=move] [type=submit]").click();
        page.locator("body:not([data-before])").waitFor();
    }
}
