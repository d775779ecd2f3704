package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operator at work with the keyboard alone: a request becomes a workspace, a workspace is suspended, resumed, closed and reopened. */
@ExtendWith(Journeys.class)
class PlatformJourney {

    private static final int MOST_STEPS = 160;
    /** Longer than the form takes anybody for a machine. */
    private static final int READING_MS = 4_500;

    @Test
    void a_request_is_approved_and_the_owner_is_invited(Journeys journeys) {
        String email = "alix-" + System.nanoTime() + "@demo.example";
        String practice = "Pratique Écluse " + System.nanoTime() % 10_000;
        Screen visitor = journeys.visitor(Device.PHONE, "fr");
        visitor.reads("/").follows("Demander un espace");
        Album.keeps(visitor, "request");
        visitor.writes("Votre nom", "Alix Exemple").writes("Nom de votre pratique", practice).writes("Courriel", email);
        visitor.page().locator("select").selectOption("pair_aidant");
        visitor.page().getByLabel("France").check();
        visitor.page().waitForTimeout(READING_MS);
        visitor.presses("Envoyer la demande");
        visitor.page().getByText("Votre demande est partie.").waitFor();
        Album.keeps(visitor, "request-done");
        assertThat(new Mailbox(email).awaits(visitor, "arriv").subject()).isEqualTo("Votre demande est arrivée");

        Screen omar = journeys.signedIn(Person.OMAR, Device.DESKTOP);
        omar.reads("/operator/requests");
        Album.keeps(omar, "operator-requests");
        presses(omar, omar.page().locator("tbody a", new Page.LocatorOptions().setHasText(practice)));
        omar.page().waitForURL(url -> url.contains("/operator/request?"));
        Album.keeps(omar, "operator-request");
        assertThat(omar.page().locator("[id='approving:slug']").inputValue()).startsWith("pratique-ecluse-");
        presses(omar, omar.page().locator("form[id=approving] [type=submit]"));
        omar.page().waitForURL(url -> url.contains("/operator/workspace?"));
        assertThat(omar.words()).contains("L’espace est ouvert.", practice, "Espace ouvert");
        Mailbox.Letter invitation = new Mailbox(email).awaits(omar, Installation.stack().baseUrl() + "/p/");
        omar.page().reload();
        Album.keeps(omar, "operator-workspace");
        assertThat(omar.page().locator("#usage").innerText()).contains("Dossiers ouverts");
        Screen owner = journeys.visitor(Device.PHONE, "fr");
        assertThat(owner.opens(invitation.links().get(0))).isEqualTo(200);
        Album.keeps(owner, "owner-invited");
        assertThat(owner.words()).contains(practice);

        Helper alix = Helper.owner("Alix Exemple", email);
        alix.prepares(owner, invitation.links().get(0));
        alix.enters(owner, "/places");
        owner.presses("Accepter");
        owner.page().waitForURL(url -> url.contains("/w/pratique-ecluse-"));
        String home = owner.place().replaceFirst("(/w/[^/]+).*", "$1");
        Album.keeps(owner, "practice-new");
        assertThat(owner.words()).contains("Votre profil n’est pas complet", "le SIREN ou le SIRET");
        for (String page : EveryPageJourney.ofPractices()) {
            assertThat(owner.opens(home + "/" + page)).as(page).isEqualTo(200);
        }
        owner.reads(home + "/practice/edit").writes("SIREN ou SIRET", "732 829 320").writes("Numéro et rue", "3, quai de l’Écluse").writes("Code postal", "77000")
            .writes("Ville", "Melun").presses("Enregistrer");
        owner.page().waitForURL(url -> url.contains("/practice/show"));
        assertThat(owner.isSound().words()).contains("quai de l’Écluse", "le régime de taxes").doesNotContain("le SIREN ou le SIRET");
        Album.keeps(owner, "practice-begun");
    }

    @Test
    void a_suspended_workspace_is_read_and_not_changed_until_it_is_resumed(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        Office.Sent sent = office.agrees(office.findsFile("Noa"));
        Screen omar = journeys.signedIn(Person.OMAR, Device.DESKTOP);
        omar.reads("/operator/workspaces?q=maude");
        Album.keeps(omar, "operator-workspaces");
        presses(omar, omar.page().locator("tbody a").first());
        omar.page().waitForURL(url -> url.contains("/operator/workspace?"));

        presses(omar, omar.page().locator("summary", new Page.LocatorOptions().setHasText("Suspendre")));
        walksTo(omar, omar.page().locator("[id='suspending:suspendReason']"));
        omar.page().keyboard().type("Formule impayée");
        presses(omar, omar.page().locator("form[id=suspending] [type=submit]"));
        confirms(omar);
        omar.page().getByText("L’espace est suspendu.").waitFor();
        Album.keeps(omar, "operator-workspace-suspended");
        try {
            Screen noa = journeys.signedIn(Person.NOA, Device.PHONE);
            noa.reads("/c/maude-lavigne");
            assertThat(noa.words()).contains("La pratique est suspendue pour l’instant.");
            Album.keeps(noa, "suspended-portal");
            noa.reads("/c/maude-lavigne/sign?id=" + sent.signing());
            assertThat(noa.words()).contains("Ce formulaire est fermé");
            assertThat(noa.page().locator("form[id=sign]").count()).isZero();
            Album.keeps(noa, "suspended-signing");
            APIResponse copy = noa.page().request().get("/c/maude-lavigne/download/fr/" + sent.signing());
            assertThat(copy.status()).isEqualTo(200);
            assertThat(new String(copy.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

            // A suspension ends the sessions of those who work there; they may come back, and look.
            Screen before = office.screen();
            before.page().waitForCondition(() -> {
                before.opens("/w/maude-lavigne/file/list");
                return before.page().url().startsWith(Installation.stack().issuer());
            });
            journeys.forgets(Person.MAUDE);
            Screen maude = journeys.signedIn(Person.MAUDE, Device.DESKTOP);
            for (String page : EveryPageJourney.ofPractices()) {
                assertThat(maude.page().request().get("/w/maude-lavigne/" + page).status()).as(page).isEqualTo(200);
            }
            maude.reads("/w/maude-lavigne/file/list").follows("Noa Tremblay");
            assertThat(maude.isSound().words()).contains("Noa Tremblay");
            maude.reads("/w/maude-lavigne/file/register");
            assertThat(maude.words()).contains("Cet espace est suspendu.");
            maude.writes("Prénom", "Basile").writes("Nom de famille", "Exemple").presses("Ouvrir le dossier");
            maude.page().getByText("L’espace est ouvert en lecture seulement").waitFor();
            assertThat(maude.field("Prénom").inputValue()).isEqualTo("Basile");
            Album.keeps(maude, "suspended-practice");
        } finally {
            presses(omar, omar.page().locator("form[id=resuming] [type=submit]"));
            omar.page().getByText("L’espace est de nouveau ouvert.").waitFor();
        }

        presses(omar, omar.page().locator("summary", new Page.LocatorOptions().setHasText("Fermer")));
        walksTo(omar, omar.page().locator("[id='closing:closeReason']"));
        omar.page().keyboard().type("Fin de la pratique");
        presses(omar, omar.page().locator("form[id=closing] [type=submit]"));
        confirms(omar);
        omar.page().getByText("L’espace est en fermeture.").waitFor();
        Album.keeps(omar, "operator-workspace-closing");
        assertThat(omar.words()).contains("L’effacement sera possible quand le délai de grâce sera passé.");
        presses(omar, omar.page().locator("form[id=reopening] [type=submit]"));
        omar.page().getByText("La fermeture est annulée").waitFor();
        assertThat(omar.words()).contains("Fin de la pratique", "Formule impayée", "omar@demo.example");
        omar.reads("/operator/journal");
        Album.keeps(omar, "operator-journal");
        Screen again = journeys.signedIn(Person.MAUDE, Device.DESKTOP);
        again.reads("/w/maude-lavigne/file/register");
        assertThat(again.words()).doesNotContain("lecture", "suspendu", "en fermeture");
    }

    /** Goes there with the Tab key and presses Enter. */
    private static void presses(Screen screen, Locator target) {
        walksTo(screen, target.first());
        screen.page().keyboard().press("Enter");
    }

    /** The dialog has the focus on the way back; the other button comes next. */
    private static void confirms(Screen screen) {
        Page page = screen.page();
        page.locator("dialog[open]").waitFor();
        walksTo(screen, page.locator("dialog[open] button").last());
        page.keyboard().press("Enter");
    }

    private static void walksTo(Screen screen, Locator target) {
        target.waitFor();
        for (int step = 0; step < MOST_STEPS; step++) {
            if ((Boolean) target.evaluate("e => e === document.activeElement")) {
                return;
            }
            screen.page().keyboard().press("Tab");
        }
        throw new AssertionError(target + " is not reached with the Tab key");
    }
}
