package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An owner has somebody help, sees what each may open, and lets them go. */
@ExtendWith(Journeys.class)
class MemberJourney {

    private static final String HOME = Person.CAMILLE.home();

    @Test
    void an_assistant_joins_with_a_second_factor_keeps_calendar_and_receipts_reads_no_agreement_and_is_out_when_removed(Journeys journeys) {
        Office office = Office.of(Person.CAMILLE, journeys);
        Newcomer client = Newcomer.called("Ari", "Blanc");
        String file = office.opensFile(client.given(), client.family(), client.email(), "vous", "fr");
        office.agrees(file);
        office.screen().reads(HOME + "/member/openings");
        Album.keeps(office.screen(), "member-openings");
        Helper alex = Helper.called("Alex Aide");
        String link = alex.isInvited(office, "assistant");
        office.screen().reads(HOME + "/member/list");
        Album.keeps(office.screen(), "member-list");

        Screen screen = journeys.visitor(Device.PHONE, "fr");
        screen.reads(link.substring(Installation.stack().baseUrl().length()));
        assertThat(screen.heading()).isEqualTo("On vous invite à travailler ici");
        Album.keeps(screen, "joining");
        alex.prepares(screen, link);
        alex.enters(screen, "/places");
        assertThat(screen.isSound().words()).contains("Vous pouvez accepter jusqu’au");
        Album.keeps(screen, "joining-places");
        screen.presses("Accepter");
        screen.page().waitForURL(url -> url.endsWith(HOME) || url.contains(HOME + "/"));

        for (String place : List.of("/today/show", "/meeting/list", "/receipt/list", "/file/list")) {
            assertThat(screen.opens(HOME + place)).as(place).isEqualTo(200);
            screen.isSound();
        }
        assertThat(screen.opens(HOME + file.substring(file.indexOf("/file/")))).isEqualTo(200);
        assertThat(screen.isSound().words()).contains("Ari Blanc").doesNotContain("Conventions", "Préparer une");
        for (String place : List.of("/agreement/list", "/practice/show", "/member/list", "/member/openings", "/catalogue/list", "/file/register", "/supervision/list")) {
            assertThat(screen.opens(HOME + place)).as(place).isEqualTo(404);
        }
        assertThat(screen.opens(HOME + "/today/show")).isEqualTo(200);
        assertThat(screen.page().locator("nav.rail").innerText()).contains("Agenda").doesNotContain("Conventions", "Réglages");

        Screen again = journeys.visitor(Device.PHONE, "fr");
        again.opens(link);
        assertThat(again.heading()).isEqualTo("Ce lien ne mène plus nulle part");

        office.screen().opens(HOME + "/member/list");
        office.screen().follows("Alex Aide");
        Album.keeps(office.screen(), "member-show");
        office.screen().presses("Retirer de l’espace");
        office.confirms();
        office.page().getByText("Alex Aide n’est plus dans l’espace.").waitFor();
        assertThat(screen.opens(HOME + "/meeting/list")).isEqualTo(404);
        assertThat(screen.words()).doesNotContain("Ari Blanc");
        screen.page().waitForCondition(() -> {
            screen.opens("/places");
            return screen.page().url().startsWith(Installation.stack().issuer());
        });
    }

    @Test
    void a_supervisor_reads_the_entrusted_file_alone_and_comments_on_it(Journeys journeys) {
        Office office = Office.of(Person.CAMILLE, journeys);
        Newcomer first = Newcomer.called("Lia", "Petit");
        Newcomer second = Newcomer.called("Max", "Grand");
        String entrusted = office.opensFile(first.given(), first.family(), first.email(), "vous", "fr");
        String other = office.opensFile(second.given(), second.family(), second.email(), "vous", "fr");
        Helper sylvie = Helper.called("Sylvie Guide");
        String link = sylvie.isInvited(office, "supervisor");
        Screen screen = journeys.visitor(Device.DESKTOP, "fr");
        sylvie.prepares(screen, link);
        sylvie.enters(screen, "/places");
        screen.presses("Accepter");
        screen.page().waitForURL(url -> url.contains(HOME + "/supervision/list"));
        assertThat(screen.isSound().words()).contains("Aucun dossier ne vous est confié");
        Album.keeps(screen, "supervision-empty");

        office.screen().opens(entrusted + "&tab=people");
        office.screen().presses("Confier");
        office.page().getByText("Le dossier est confié.").waitFor();
        screen.reads(HOME + "/supervision/list");
        assertThat(screen.words()).contains("Lia Petit").doesNotContain("Max Grand");
        screen.follows("Lia Petit");
        screen.page().locator("[id='comment:body']").fill("Le rythme convient.\nRevoir l’objectif en janvier.");
        screen.presses("Écrire ce commentaire");
        screen.page().locator("#comments").getByText("Le rythme convient.").waitFor();
        Album.keeps(screen, "supervision-show");
        String id = entrusted.substring(entrusted.indexOf("id="));
        assertThat(screen.opens(HOME + "/supervision/show?" + other.substring(other.indexOf("id=")))).isEqualTo(404);
        assertThat(screen.opens(HOME + "/file/show?" + id)).isEqualTo(404);
        assertThat(screen.opens(HOME + "/meeting/list")).isEqualTo(404);

        office.screen().opens(entrusted + "&tab=people");
        assertThat(office.page().locator("#supervision").innerText()).contains("Sylvie Guide", "Revoir l’objectif en janvier.");
        Album.keeps(office.screen(), "supervision-card");
        office.screen().presses("Reprendre");
        office.page().getByText("Le dossier n’est plus confié.").waitFor();
        assertThat(screen.opens(HOME + "/supervision/show?" + id)).isEqualTo(404);
    }

    @Test
    void the_operator_finds_the_comparison_of_accounts(Journeys journeys) {
        Screen screen = journeys.signedIn(Person.OMAR, Device.DESKTOP);
        screen.reads("/operator/reconciliation");
        Album.keeps(screen, "operator-reconciliation");
    }
}
