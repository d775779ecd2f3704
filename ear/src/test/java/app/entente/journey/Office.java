package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.net.URLDecoder;
import java.time.LocalDate;

/** A practitioner at work, in French: what several journeys begin with. */
record Office(Screen screen, Person who) {

    private static final int PATIENCE_MS = 60_000;

    /** An agreement that was sent, and its signing. */
    record Sent(String agreement, String signing) {
    }

    static Office of(Person who, Journeys journeys) {
        return new Office(journeys.signedIn(who, Device.DESKTOP), who);
    }

    /** Opens a file of somebody new; answers its address. */
    String opensFile(String given, String family, String email, String form, String language) {
        screen.opens(who.home() + "/file/register");
        screen.writes("Prénom", given).writes("Nom de famille", family).writes("Adresse électronique", email);
        chooses(form);
        chooses("en".equals(language) ? "anglais" : "français");
        screen.presses("Ouvrir le dossier");
        goesTo("/file/show");
        return screen.place();
    }

    /** Opens the file of somebody who is in the list already; answers its address. */
    String findsFile(String name) {
        screen.opens(who.home() + "/file/list");
        page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
        goesTo("/file/show");
        return screen.place();
    }

    /** Begins a draft on the page of a file; ends on its form. */
    void begins(String file) {
        screen.opens(file);
        screen.presses("Préparer une");
        goesTo("/agreement/prepare");
    }

    /** Writes what the template cannot know. */
    void fillsIn() {
        page().getByLabel("Service convenu").selectOption(new SelectOption().setIndex(2));
        writes("request", "Retrouver un équilibre après un changement d’emploi.");
        writes("aims", "Mieux dormir, poser des limites au travail.");
        writes("start_date", LocalDate.now().plusDays(14).toString());
        writes("hosting", "Entente, sur un ordinateur de démonstration");
    }

    void writes(String variable, String text) {
        field(variable).fill(text);
    }

    Locator field(String variable) {
        return page().locator("[id='prepare:v_" + variable + "']");
    }

    /** Saves the form and reads what would be sent. */
    void readsAgain() {
        screen.presses("Enregistrer et relire");
        goesTo("/agreement/preview");
    }

    /** Sends what is on the page, after having been asked. */
    Sent sends() {
        screen.presses("Envoyer pour signature");
        confirms();
        goesTo("/agreement/show");
        return new Sent(parameter("id"), last(page().locator("a[href*='/download/fr/']").first().getAttribute("href")));
    }

    /** From the file to the sent agreement. */
    Sent agrees(String file) {
        begins(file);
        fillsIn();
        readsAgain();
        return sends();
    }

    /** Says yes in the dialog that asks. */
    void confirms() {
        page().locator("dialog[open] button").last().click();
    }

    Screen shows(Sent sent) {
        assertThat(screen.opens(who.home() + "/agreement/show?id=" + sent.agreement())).isEqualTo(200);
        return screen;
    }

    /** Signs second. */
    void countersigns(Sent sent, String name) {
        shows(sent).follows("Contresigner");
        goesTo("/agreement/sign");
        Signatory.of(screen).writes(name).presses().proves();
    }

    /** What happened, as the page of the agreement tells it. */
    java.util.List<String> events() {
        return page().locator("#events li .main").allInnerTexts().stream().map(String::strip).toList();
    }

    void goesTo(String place) {
        page().waitForURL(url -> url.contains(place), new Page.WaitForURLOptions().setTimeout(PATIENCE_MS));
    }

    String parameter(String name) {
        for (String pair : page().url().replaceFirst("^[^?]*\\?", "").split("[&#]")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + name + " in " + page().url());
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void chooses(String radio) {
        page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(radio).setExact(true)).check();
    }

    Page page() {
        return screen.page();
    }
}
