package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the practitioner's file to the person's own space, in France and with «tu». */
@ExtendWith(Journeys.class)
class InvitationJourney {

    private static final String REFUSED = "Cette réponse n’ouvre pas le lien.";

    @Test
    void who_is_invited_answers_chooses_a_password_and_finds_what_awaits(Journeys journeys) {
        Newcomer sam = Newcomer.called("Sam", "Leroy");
        Office office = Office.of(Person.CAMILLE, journeys);
        String file = office.opensFile(sam.given(), sam.family(), sam.email(), "tu", "fr");
        Office.Sent sent = office.agrees(file);
        Album.keeps(office.screen(), "convention-sent");
        String link = sam.isInvited(office, file);
        Album.keeps(office.screen(), "invitation-sent");
        Mailbox.Letter letter = sam.invitation(office.screen());
        assertThat(letter.subject()).isEqualTo("Une invitation t’attend");
        assertThat((letter.subject() + letter.text()).toLowerCase(java.util.Locale.ROOT)).contains("ouvre ce lien")
            .doesNotContain("vous", "pair", "santé", "mental", "convention", "tilleul", "sortir");

        Screen phone = journeys.visitor(Device.PHONE, "fr");
        phone.opens(link);
        assertThat(phone.heading()).isEqualTo("Une invitation pour toi");
        Album.keeps(phone, "invitation");
        sam.answers(phone, "marronnier");
        assertThat(phone.words()).contains(REFUSED);
        Album.keeps(phone, "invitation-refused");
        sam.answers(phone, "  TILLEUL ");
        assertThat(phone.heading()).isEqualTo("Nous t’avons écrit");
        Album.keeps(phone, "invitation-answered");
        sam.choosesPassword(phone);
        sam.enters(phone, "/c/camille-aubry");
        assertThat(phone.words()).contains("Bonjour Sam", "Ce qui t’attend");
        assertThat(phone.page().locator("#awaits a[href$='" + sent.signing() + "']").count()).isEqualTo(1);
        Album.keeps(phone, "portal-first-visit");
        office.screen().opens(file);
        assertThat(office.page().locator("#access").innerText()).contains("Accès ouvert");

        Screen stranger = journeys.visitor(Device.PHONE, "fr");
        stranger.opens(link);
        sam.answers(stranger, sam.word());
        stranger.page().getByText(REFUSED).waitFor();
        Album.keeps(stranger, "invitation-used");

        Screen noa = journeys.signedIn(Person.NOA, Device.PHONE);
        assertThat(noa.opens("/c/camille-aubry/sign?id=" + sent.signing())).isEqualTo(404);
        assertThat(noa.words()).doesNotContain("Sam").doesNotContain("Leroy");
    }

    @Test
    void an_invitation_that_was_taken_back_opens_nothing(Journeys journeys) {
        Newcomer lou = Newcomer.called("Lou", "Martin");
        Office office = Office.of(Person.CAMILLE, journeys);
        String file = office.opensFile(lou.given(), lou.family(), lou.email(), "vous", "fr");
        String link = lou.isInvited(office, file);
        office.screen().opens(file);
        office.screen().presses("Retirer l’invitation");
        office.page().locator("dialog[open]").waitFor();
        Album.keeps(office.screen(), "invitation-revoking");
        office.confirms();
        office.page().getByText("C’est retiré.").waitFor();
        Album.keeps(office.screen(), "invitation-revoked");

        Screen phone = journeys.visitor(Device.PHONE, "fr");
        phone.opens(link);
        lou.answers(phone, lou.word());
        phone.page().getByText(REFUSED).waitFor();
        assertThat(phone.words()).doesNotContain("Lou").doesNotContain("Martin");
        assertThat(new Mailbox(lou.email()).letters()).hasSize(1);
    }
}
