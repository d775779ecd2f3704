package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody of the platform looks into a workspace because its practitioner lets them, changes nothing, and is out at the next click. */
@ExtendWith(Journeys.class)
class SupportJourney {

    private static final String TODAY = "/w/camille-aubry/today/show";

    @Test
    void asked_for_granted_used_and_taken_back(Journeys journeys) {
        Screen omar = journeys.signedIn(Person.OMAR, Device.DESKTOP);
        assertThat(omar.opens(TODAY)).isEqualTo(404);
        omar.reads("/operator/support").writes("Adresse de l’espace", "camille-aubry").writes("Pourquoi", "Une séance ne s’affiche pas au bon jour.")
            .presses("Envoyer la demande");
        omar.page().getByText("La demande est partie.").waitFor();
        omar.isSound().picture("support-asked");
        assertThat(omar.opens(TODAY)).isEqualTo(404);

        Office camille = Office.of(Person.CAMILLE, journeys);
        camille.screen().reads(TODAY);
        assertThat(camille.screen().words()).contains("omar@demo.example demande à regarder cet espace.");
        camille.screen().follows("Lire la demande");
        camille.goesTo("/support/show");
        assertThat(camille.screen().isSound().words()).contains("Une séance ne s’affiche pas au bon jour.");
        camille.screen().picture("support-request");
        camille.screen().presses("Laisser regarder pendant 30 minutes");
        camille.page().getByText("C’est accordé pour trente minutes.").waitFor();
        camille.screen().isSound().picture("support-granted");

        omar.reads("/operator/support").follows("Ouvrir l’espace");
        omar.page().waitForURL(url -> url.contains(TODAY));
        assertThat(omar.isSound().words()).contains("Accès de soutien, en lecture seule, jusqu’à");
        omar.picture("support-banner");
        omar.reads("/w/camille-aubry/file/list");
        assertThat(omar.words()).contains("Accès de soutien, en lecture seule", "Noa Tremblay");
        omar.follows("Noa Tremblay");
        assertThat(omar.words()).contains("Accès de soutien, en lecture seule");
        String file = omar.place();

        omar.presses("Préparer une convention");
        omar.page().getByText("en lecture seulement").first().waitFor();
        for (String closed : new String[] {"/audit/list", "/support/show", "/file/register", "/agreement/prepare", "/download/receipt/11111111-0000-4000-8000-000000000001"}) {
            assertThat(omar.opens("/w/camille-aubry" + closed)).as(closed).isEqualTo(404);
        }
        assertThat(omar.opens("/w/maude-lavigne/today/show")).isEqualTo(404);

        camille.screen().reads("/w/camille-aubry/meeting/list");
        assertThat(camille.screen().words()).contains("omar@demo.example peut regarder cet espace jusqu’à");
        camille.screen().picture("support-notice");
        camille.screen().presses("Révoquer maintenant");
        camille.page().getByText("L’accès est retiré").waitFor();
        camille.screen().isSound();
        assertThat(omar.opens(file)).isEqualTo(404);

        camille.screen().reads("/w/camille-aubry/audit/list");
        assertThat(camille.screen().words()).contains("Soutien de la plateforme (omar@demo.example)", "Accès de soutien accordé", "Accès de soutien retiré",
            "Espace regardé", "Dossier consulté");
        camille.screen().picture("support-journal");
        omar.reads("/operator/journal");
        assertThat(omar.words()).contains("Accès demandé", "Accès accordé", "Accès utilisé", "Accès retiré").doesNotContain("Noa", "ne s’affiche pas");
        omar.follows("Vérifier le journal");
        assertThat(omar.isSound().words()).contains("Le journal est intact.", "Lignes vérifiées");
        omar.picture("platform-checked");
        Screen noa = journeys.signedIn(Person.NOA, Device.PHONE);
        noa.reads("/c/camille-aubry/openings");
        assertThat(noa.words()).contains("Le soutien technique de la plateforme", "a consulté ton dossier");
    }

    @Test
    void a_practitioner_grants_it_unasked_with_a_reason(Journeys journeys) {
        Office maude = Office.of(Person.MAUDE, journeys);
        maude.screen().reads("/w/maude-lavigne/support/show");
        maude.page().getByLabel("Qui pourra regarder").selectOption(new SelectOption().setLabel("omar@demo.example"));
        maude.page().locator("#grant textarea").fill("Le total d’un reçu me surprend.");
        maude.page().locator("#grant button[type=submit], #grant input[type=submit]").last().click();
        maude.page().getByText("C’est accordé pour trente minutes.").waitFor();
        assertThat(journeys.signedIn(Person.OMAR, Device.DESKTOP).opens("/w/maude-lavigne/receipt/list")).isEqualTo(200);
        maude.screen().presses("Révoquer maintenant");
        maude.page().getByText("L’accès est retiré").waitFor();
        assertThat(journeys.signedIn(Person.OMAR, Device.DESKTOP).opens("/w/maude-lavigne/receipt/list")).isEqualTo(404);
    }
}
