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
}
