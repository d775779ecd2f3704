package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The agreement of a practice in Quebec: prepared, sent, read and signed on a phone, counter-signed, kept by both, checked by anybody. */
@ExtendWith(Journeys.class)
class AgreementJourney {

    private static final String NOA = "Noa Tremblay";
    private static final String PORTAL = "/c/maude-lavigne";
    /** Words a mail about an agreement must not hold: who the other one is, what they do, why. */
    private static final List<String> INDISCREET = List.of("maude", "lavigne", "travail", "social", "t.s.", "thérap", "santé", "psy", "soutien", "clini",
        "intervention", "rencontre", "accompagn", "convention", "équilibre", "noa", "tremblay");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static Signed signed;

    /** The agreement that several of these journeys look at, as each of the two got it. */
    private record Signed(Office.Sent sent, SealedPdf practice, SealedPdf client, SealedPdf evidence, SealedPdf clientEvidence, String code) {
    }

    @Test
    void a_file_keeps_how_one_speaks_to_the_person_and_in_which_language(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        office.screen().reads("/w/maude-lavigne/file/register");
        Album.keeps(office.screen(), "file-register");
        office.opensFile("Élise", "Gagné", "elise@demo.example", "tu", "en");
        Album.keeps(office.screen(), "file-new");
        assertThat(office.screen().heading()).isEqualTo("Élise Gagné");
        assertThat(office.page().locator("#person").innerText()).contains("tu").contains("anglais").contains("elise@demo.example");
    }

    @Test
    void a_file_without_a_name_is_refused_at_its_field_and_keeps_the_rest(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        office.screen().opens("/w/maude-lavigne/file/register");
        office.screen().writes("Prénom", "Sans").writes("Téléphone", "450 555-0100").presses("Ouvrir le dossier");
        office.page().locator("[id='register:familyName'][aria-invalid=true]").waitFor();
        assertThat(office.screen().field("Prénom").inputValue()).isEqualTo("Sans");
        assertThat(office.page().locator("[id='register:phone']").inputValue()).isEqualTo("450 555-0100");
        Album.keeps(office.screen(), "file-refused");
    }

    @Test
    void what_is_missing_is_named_and_blocks_the_sending(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        office.begins(office.findsFile("Noa"));
        Album.keeps(office.screen(), "agreement-prepare");
        assertThat(missing(office)).contains("Ce qui vous amène", "Ce que nous visons", "Service convenu", "Date de début", "Lieu d’hébergement des données");
        office.fillsIn();
        office.writes("aims", "");
        office.readsAgain();
        assertThat(missing(office)).containsExactly("Ce que nous visons");
        assertThat(office.page().getByText("Envoyer pour signature").count()).isZero();
        assertThat(office.page().locator("#send [type=submit]").count()).isZero();
        Album.keeps(office.screen(), "agreement-blocked");
        office.screen().follows("Changer quelque chose");
        office.goesTo("/agreement/prepare");
        assertThat(office.field("request").inputValue()).isEqualTo("Retrouver un équilibre après un changement d’emploi.");
        office.writes("aims", "Mieux dormir.");
        office.readsAgain();
        assertThat(missing(office)).isEmpty();
        assertThat(office.page().locator("#send [type=submit]").count()).isEqualTo(1);
        Album.keeps(office.screen(), "agreement-preview");
    }

    @Test
    void what_was_typed_into_the_form_survives_a_session_that_ran_out(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        office.begins(office.findsFile("Noa"));
        office.fillsIn();
        office.screen().losesItsSession().presses("Enregistrer et relire");
        office.page().getByText("ce que vous aviez écrit est revenu").waitFor();
        assertThat(office.screen().place()).contains("/agreement/prepare?id=");
        assertThat(office.field("request").inputValue()).isEqualTo("Retrouver un équilibre après un changement d’emploi.");
        assertThat(office.field("start_date").inputValue()).isEqualTo(LocalDate.now().plusDays(14).toString());
        assertThat(office.page().getByLabel("Service convenu").inputValue()).isNotEmpty();
        Album.keeps(office.screen(), "agreement-typed-again");
        office.readsAgain();
        assertThat(missing(office)).isEmpty();
    }

    @Test
    void the_client_is_told_discreetly_and_signs_on_a_phone_and_the_practitioner_countersigns(Journeys journeys) throws Exception {
        Signed done = signed(journeys);
        assertThat(done.practice().bytes()).isEqualTo(done.client().bytes());
        assertThat(done.evidence().bytes()).isEqualTo(done.clientEvidence().bytes());
        String text = done.practice().text();
        assertThat(text).contains(NOA, "Maude Lavigne", "EXEMPLE-0001", "Retrouver un équilibre après un changement d’emploi.");
    }

    @Test
    void poppler_finds_the_seal_whole(Journeys journeys) throws Exception {
        signed(journeys).practice().isWhole();
        signed(journeys).evidence().isWhole();
    }

    @Test
    void the_documents_are_made_to_last_and_to_be_read_by_everybody(Journeys journeys) throws Exception {
        signed(journeys).practice().conforms(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);
        signed(journeys).evidence().conforms(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);
    }

    @Test
    void anybody_can_recompute_the_chain_of_evidence(Journeys journeys) throws Exception {
        var files = signed(journeys).evidence().attachments();
        assertThat(files).hasSize(1);
        JsonNode evidence = JSON.readTree(files.values().iterator().next());
        String previous = "0".repeat(64);
        List<String> kinds = new ArrayList<>();
        for (JsonNode event : evidence.get("events")) {
            byte[] body = event.get("body").asString().getBytes(StandardCharsets.UTF_8);
            ByteBuffer hashed = ByteBuffer.allocate(2 + 32 + Integer.BYTES + body.length).put((byte) 0).put((byte) 1)
                .put(HexFormat.of().parseHex(previous)).putInt(body.length).put(body);
            assertThat(event.get("previous").asString()).isEqualTo(previous);
            previous = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(hashed.array()));
            assertThat(event.get("hash").asString()).isEqualTo(previous);
            kinds.add(JSON.readTree(body).get("kind").asString());
        }
        assertThat(kinds).startsWith("frozen", "sent").contains("document_shown", "consent_given").endsWith("sealed");
        assertThat(kinds.stream().filter("signed"::equals)).hasSize(2);
        assertThat(kinds.stream().filter("reauthentication_done"::equals)).hasSize(2);
        String sealed = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(signed(journeys).practice().bytes()));
        assertThat(evidence.get("sealed").get("after").asString()).isEqualTo(sealed);
    }

    @Test
    void anybody_can_ask_whether_the_document_is_genuine_and_learns_nobodys_name(Journeys journeys) throws Exception {
        Signed done = signed(journeys);
        Screen screen = journeys.visitor(Device.PHONE, "fr");
        screen.reads("/check");
        assertThat(checks(screen, done.client())).contains("Ce document est authentique");
        assertThat(screen.words()).contains("Entente signée").doesNotContain("Noa").doesNotContain("Tremblay");
        Album.keeps(screen, "check-genuine");
        assertThat(checks(screen, done.evidence())).contains("Ce document est authentique");
        assertThat(checks(screen, done.client().altered())).contains("Ce fichier a été modifié");
        assertThat(screen.words()).doesNotContain("Noa").doesNotContain("Tremblay");
        Album.keeps(screen, "check-altered");
        assertThat(checks(screen, foreign())).contains("Ce document n’est pas connu ici");
        Album.keeps(screen, "check-unknown");
        screen.opens("/check");
        screen.writes("Code de vérification", done.code()).presses("Vérifier");
        assertThat(verdict(screen)).contains("Ce document est authentique");
        assertThat(screen.words()).doesNotContain("Noa").doesNotContain("Tremblay");
        screen.opens("/check");
        screen.writes("Code de vérification", "ABCD-EFGH").presses("Vérifier");
        assertThat(verdict(screen)).contains("Ce document n’est pas connu ici");
    }

    @Test
    void who_declines_says_so_in_their_own_words_and_nothing_can_be_signed_any_more(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        Office.Sent sent = office.agrees(office.findsFile("Noa"));
        Screen phone = journeys.signedIn(Person.NOA, Device.PHONE);
        phone.opens(PORTAL + "/sign?id=" + sent.signing());
        phone.page().locator("details.decline summary").click();
        phone.page().locator("[id='decline:reason']").fill("Je préfère en reparler avec vous d’abord.");
        Album.keeps(phone, "sign-declining");
        phone.page().locator("form[id=decline] [type=submit]").click();
        phone.page().getByText("Vous avez choisi de ne pas signer").waitFor();
        Album.keeps(phone, "sign-declined");
        assertThat(Signatory.of(phone).button().count()).isZero();
        office.shows(sent);
        assertThat(office.page().locator(".pill").first().innerText()).isEqualTo("Non signée");
        assertThat(office.screen().words()).contains("Je préfère en reparler avec vous d’abord.").doesNotContain("Contresigner");
        Album.keeps(office.screen(), "agreement-declined");
        assertThat(new Mailbox(Person.MAUDE.email()).awaits(office.screen(), sent.agreement()).text()).doesNotContain("reparler").doesNotContain("Noa");
    }

    @Test
    void the_practitioner_takes_back_what_nobody_has_signed_and_the_client_sees_it(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        Office.Sent sent = office.agrees(office.findsFile("Noa"));
        Screen phone = journeys.signedIn(Person.NOA, Device.PHONE);
        phone.opens(PORTAL + "/sign?id=" + sent.signing());
        Signatory noa = Signatory.of(phone).ticksAll().writes(NOA);
        office.screen().writes("Raison", "Une date à corriger.").presses("Retirer l’entente");
        office.page().locator("dialog[open]").waitFor();
        Album.keeps(office.screen(), "agreement-withdrawing");
        office.confirms();
        office.page().locator(".pill", new Page.LocatorOptions().setHasText("Retirée")).first().waitFor();
        Album.keeps(office.screen(), "agreement-withdrawn");
        // The page was open before: what was about to be signed is signed no more.
        noa.button().click();
        phone.page().getByText("Ce document ne peut plus être signé").first().waitFor();
        phone.opens(PORTAL + "/sign?id=" + sent.signing());
        assertThat(phone.words()).contains("Ce document ne peut plus être signé.");
        assertThat(Signatory.of(phone).button().count()).isZero();
        Album.keeps(phone, "sign-withdrawn");
        phone.opens(PORTAL + "/documents");
        assertThat(phone.page().locator("li", new Page.LocatorOptions().setHas(phone.page().locator("a[href$='" + sent.signing() + "']"))).innerText()).contains("Retiré");
        new Mailbox(Person.NOA.email()).awaits(phone, "Un document a été retiré");
    }

    @Test
    void pressing_twice_signs_once_and_the_answer_of_the_sign_in_server_is_good_once(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        Office.Sent sent = office.agrees(office.findsFile("Noa"));
        Screen phone = journeys.signedIn(Person.NOA, Device.PHONE);
        AtomicReference<String> answer = new AtomicReference<>();
        phone.page().onRequest((Request request) -> {
            if (request.url().contains("/oidc/callback")) {
                answer.set(request.url());
            }
        });
        phone.opens(PORTAL + "/sign?id=" + sent.signing());
        Signatory noa = Signatory.of(phone).ticksAll().writes(NOA);
        noa.button().dblclick();
        noa.isAsked().proves();
        assertThat(phone.words()).contains("C’est signé. Merci.");
        office.shows(sent);
        List<String> once = office.events();
        assertThat(once.stream().filter("Signé"::equals)).hasSize(1);
        assertThat(once.stream().filter("Preuve d’identité demandée"::equals)).hasSize(1);
        phone.opens(answer.get());
        phone.opens(PORTAL + "/sign?id=" + sent.signing());
        assertThat(noa.button().count()).isZero();
        office.shows(sent);
        assertThat(office.events()).isEqualTo(once);
    }

    @Test
    void a_client_opens_neither_the_practice_nor_the_signing_of_somebody_else(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        Office.Sent sent = office.agrees(office.findsFile("Félix"));
        Screen screen = journeys.signedIn(Person.NOA, Device.PHONE);
        for (String place : List.of(PORTAL + "/sign?id=" + sent.signing(), PORTAL + "/download/fr/" + sent.signing(), PORTAL + "/download/agreement/" + sent.agreement(),
            "/w/maude-lavigne/agreement/show?id=" + sent.agreement(), "/w/maude-lavigne/agreement/list", "/w/maude-lavigne/file/list",
            "/w/maude-lavigne/download/fr/" + sent.signing(), "/c/camille-aubry/sign?id=" + sent.signing())) {
            assertThat(screen.opens(place)).as(place).isEqualTo(404);
            assertThat(screen.words()).as(place).doesNotContain("Félix");
        }
        Album.keeps(screen, "not-there");
    }

    private static Signed signed(Journeys journeys) {
        if (signed == null) {
            signed = sign(journeys);
        }
        return signed;
    }

    /** The whole way, once, with every page looked at. */
    private static Signed sign(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        office.begins(office.findsFile("Noa"));
        office.fillsIn();
        office.readsAgain();
        office.screen().presses("Envoyer pour signature");
        office.page().locator("dialog[open]").waitFor();
        Album.keeps(office.screen(), "agreement-sending");
        office.page().locator("dialog[open] button").first().click();
        Office.Sent sent = office.sends();
        Album.keeps(office.screen(), "agreement-sent");
        assertThat(office.page().locator(".pill").first().innerText()).isEqualTo("Attend la personne");

        Screen phone = journeys.signedIn(Person.NOA, Device.PHONE);
        Mailbox.Letter letter = new Mailbox(Person.NOA.email()).awaits(phone, sent.signing());
        String link = Installation.stack().baseUrl() + PORTAL + "/sign?id=" + sent.signing();
        assertThat(letter.links()).containsExactly(link);
        assertThat((letter.subject() + letter.text().replace(link, "")).toLowerCase(java.util.Locale.ROOT)).doesNotContain(INDISCREET);
        phone.opens(PORTAL + "/");
        assertThat(phone.page().locator("#awaits a[href$='" + sent.signing() + "']").count()).isEqualTo(1);
        Album.keeps(phone, "portal-awaits");
        phone.opens(link.replace(Installation.stack().baseUrl(), ""));
        Album.keeps(phone, "sign");
        clientSigns(phone);
        Album.keeps(phone, "sign-done");
        phone.opens(PORTAL + "/documents");
        assertThat(mine(phone, sent).innerText()).contains("Signé, attend l’autre signature");

        assertThat(new Mailbox(Person.MAUDE.email()).awaits(office.screen(), sent.agreement()).text()).doesNotContain("Noa");
        office.screen().opens("/w/maude-lavigne/agreement/list");
        Album.keeps(office.screen(), "agreement-list");
        office.shows(sent).follows("Contresigner");
        office.goesTo("/agreement/sign");
        Album.keeps(office.screen(), "countersign");
        Signatory.of(office.screen()).writes("Maude Lavigne").presses().proves();
        assertThat(office.screen().words()).contains("Vous avez signé.");
        Album.keeps(office.screen(), "countersigned");
        office.shows(sent);
        assertThat(office.page().locator(".pill").first().innerText()).isEqualTo("En vigueur");
        assertThat(office.screen().words()).contains("La chaîne est intacte.");
        Album.keeps(office.screen(), "agreement-active");
        String code = office.page().locator("#documents li").first().locator(".soft").innerText().replace("Code de vérification", "").strip();
        SealedPdf practice = SealedPdf.from(office.screen(), office.page().locator("a[href$='/download/agreement/" + sent.agreement() + "']"));
        SealedPdf evidence = SealedPdf.from(office.screen(), office.page().locator("a[href$='/download/evidence/" + sent.agreement() + "']"));

        phone.opens(PORTAL + "/documents");
        Album.keeps(phone, "portal-documents");
        SealedPdf client = SealedPdf.from(phone, phone.page().locator("a[href$='/download/agreement/" + sent.agreement() + "']"));
        SealedPdf clientEvidence = SealedPdf.from(phone, phone.page().locator("a[href$='/download/evidence/" + sent.agreement() + "']"));
        assertThat(new Mailbox(Person.NOA.email()).awaits(phone, "Votre copie est prête").links())
            .containsExactly(Installation.stack().baseUrl() + PORTAL + "/documents");
        return new Signed(sent, practice, client, evidence, clientEvidence, code);
    }

    /** First without a box that is required, then under another name, then as it should be, with the wrong password on the way. */
    private static void clientSigns(Screen phone) {
        Signatory noa = Signatory.of(phone);
        List<Locator> boxes = noa.boxes().all();
        assertThat(boxes).hasSizeGreaterThanOrEqualTo(3).noneMatch(Locator::isChecked);
        boxes.get(0).check();
        boxes.get(2).check();
        noa.writes(NOA).button().click();
        phone.page().getByText("Il manque une case obligatoire").waitFor();
        assertThat(noa.name().inputValue()).isEqualTo(NOA);
        assertThat(noa.boxes().all().get(0).isChecked()).isTrue();
        assertThat(noa.boxes().all().get(1).isChecked()).isFalse();
        assertThat(noa.boxes().all().get(2).isChecked()).isTrue();
        Album.keeps(phone, "sign-box-missing");
        noa.ticksAll().writes("Alix Exemple").button().click();
        phone.page().getByText("Écrivez votre nom comme il est au document").waitFor();
        assertThat(noa.boxes().all()).allMatch(Locator::isChecked);
        Album.keeps(phone, "sign-other-name");
        noa.writes("noa tremblay").presses();
        assertThat(phone.page().url()).startsWith(Installation.stack().issuer());
        Album.keeps(phone, "sign-proof");
        phone.page().locator("#password").fill("not the password");
        phone.page().locator("#password").press("Enter");
        phone.page().getByText("Ce mot de passe ne correspond pas.").waitFor();
        assertThat(phone.page().url()).startsWith(Installation.stack().issuer());
        noa.proves();
        assertThat(phone.words()).contains("C’est signé. Merci.");
    }

    private static Locator mine(Screen screen, Office.Sent sent) {
        return screen.page().locator("main li", new Page.LocatorOptions().setHas(screen.page().locator("a[href$='" + sent.signing() + "']")));
    }

    private static List<String> missing(Office office) {
        return office.page().locator(".notice li").allInnerTexts().stream().map(String::strip).toList();
    }

    private static String checks(Screen screen, SealedPdf document) {
        screen.opens("/check");
        screen.page().locator("input[type=file]").setInputFiles(new FilePayload("document.pdf", "application/pdf", document.bytes()));
        screen.presses("Vérifier");
        return verdict(screen);
    }

    private static String verdict(Screen screen) {
        Locator notice = screen.page().locator("main .notice b").first();
        notice.waitFor();
        return notice.innerText();
    }

    private static SealedPdf foreign() throws Exception {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return new SealedPdf(out.toByteArray());
        }
    }
}
