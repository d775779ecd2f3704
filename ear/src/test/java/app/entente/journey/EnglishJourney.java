package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client in Quebec who reads English: French comes first, English after an express wish. */
@ExtendWith(Journeys.class)
class EnglishJourney {

    @Test
    void french_comes_first_and_english_is_signed_after_an_express_wish(Journeys journeys) throws Exception {
        Newcomer alex = Newcomer.called("Alex", "Martin");
        Office office = Office.of(Person.MAUDE, journeys);
        String file = office.opensFile(alex.given(), alex.family(), alex.email(), "vous", "en");
        Screen phone = journeys.visitor(Device.PHONE, "en");
        alex.accepts(phone, alex.isInvited(office, file));
        alex.enters(phone, "/c/maude-lavigne");
        assertThat(phone.page().locator("html").getAttribute("lang")).isEqualTo("en-CA");

        Office.Sent sent = office.agrees(file);
        Mailbox.Letter letter = new Mailbox(alex.email()).awaits(phone, sent.signing());
        assertThat(letter.subject()).isEqualTo("A document is waiting for you");
        assertThat(letter.links()).hasSize(1);
        phone.opens(letter.links().get(0).replace(Installation.stack().baseUrl(), ""));
        Album.keeps(phone, "english-french-first");
        assertThat(phone.page().locator("article.paper").getAttribute("lang")).isEqualTo("fr");
        phone.page().locator("main a[href*='language=en']").click();
        phone.page().locator("article.paper[lang=en]").waitFor();
        assertThat(Signatory.of(phone).button().count()).isZero();
        Album.keeps(phone, "english-wish");
        phone.presses("I wish the English version");
        Signatory signatory = new Signatory(phone, Newcomer.PASSWORD);
        signatory.button().waitFor();
        assertThat(phone.page().locator("article.paper").getAttribute("lang")).isEqualTo("en");
        Album.keeps(phone, "english-sign");
        String english = phone.page().locator(".fingerprint").innerText().replaceAll("(?s).*?([0-9a-f]{64}).*", "$1");
        signatory.signs(alex.name());
        assertThat(phone.words()).contains("It is signed. Thank you.");
        Album.keeps(phone, "english-signed");

        office.shows(sent).follows("Contresigner");
        office.goesTo("/agreement/sign");
        assertThat(office.page().locator("article.paper").getAttribute("lang")).as("both sign the same text").isEqualTo("en");
        Album.keeps(office.screen(), "english-countersign");
        Signatory.of(office.screen()).writes("Maude Lavigne").presses().proves();
        office.shows(sent);
        assertThat(office.events()).contains("Langue souhaitée");
        phone.opens("/c/maude-lavigne/documents");
        Album.keeps(phone, "english-documents");
        SealedPdf copy = SealedPdf.from(phone, phone.page().locator("a[href$='/download/agreement/" + sent.agreement() + "']"));
        assertThat(copy.text()).contains(alex.name(), "the English version may bind us", "Alex Martin, Person accompanied", "Maude Lavigne, social worker")
            .doesNotContain("travailleuse sociale", "Personne accompagnée");
        SealedPdf evidence = SealedPdf.from(phone, phone.page().locator("a[href$='/download/evidence/" + sent.agreement() + "']"));
        assertThat(signedTexts(evidence)).as("fingerprints of what the two signed").hasSize(2).containsOnly(english);
        copy.isWhole();
        copy.conforms(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);
    }

    private static List<String> signedTexts(SealedPdf evidence) throws Exception {
        JsonMapper json = JsonMapper.builder().build();
        List<String> texts = new ArrayList<>();
        for (JsonNode event : json.readTree(evidence.attachments().values().iterator().next()).get("events")) {
            JsonNode body = json.readTree(event.get("body").asString());
            if (body.get("kind").asString().equals("signed")) {
                texts.add(body.get("details").get("document").asString());
            }
        }
        return texts;
    }
}
