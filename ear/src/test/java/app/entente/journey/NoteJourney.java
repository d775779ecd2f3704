package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What is written in a file: nothing typed is lost, what is signed stays, and all of it is found again. */
@ExtendWith(Journeys.class)
class NoteJourney {

    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

    @Test
    void what_was_typed_is_there_after_the_browser_was_killed(Journeys journeys) {
        Screen first = journeys.freshlySignedIn(Person.MAUDE, Device.DESKTOP);
        Office office = new Office(first, Person.MAUDE);
        begins(office);
        String note = first.place();
        first.writes("Analyse", "Le sommeil revient, la peur du lundi demeure.");
        saved(first.page());
        first.close();
        Screen again = journeys.freshlySignedIn(Person.MAUDE, Device.PHONE);
        again.opens(note);
        assertThat(again.field("Analyse").inputValue()).isEqualTo("Le sommeil revient, la peur du lundi demeure.");
        Album.keeps(again, "note-draft");
    }

    @Test
    void a_session_that_runs_out_in_the_middle_of_a_sentence_loses_no_letter(Journeys journeys) {
        Office office = new Office(journeys.freshlySignedIn(Person.MAUDE, Device.DESKTOP), Person.MAUDE);
        begins(office);
        Locator next = office.screen().field("Suite prévue");
        next.pressSequentially("Reprendre dans deux sem");
        saved(office.page());
        office.screen().losesItsSession();
        next.pressSequentially("aines, à la même heure.", new Locator.PressSequentiallyOptions().setDelay(20));
        office.page().locator(".messages").waitFor();
        assertThat(office.screen().place()).contains("/note/write");
        assertThat(office.screen().field("Suite prévue").inputValue()).isEqualTo("Reprendre dans deux semaines, à la même heure.");
        saved(office.page());
        office.page().reload();
        assertThat(office.screen().field("Suite prévue").inputValue()).isEqualTo("Reprendre dans deux semaines, à la même heure.");
    }

    @Test
    void two_windows_lose_nothing_of_each_other(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        begins(office);
        Page other = office.page().context().newPage();
        other.navigate(office.page().url());
        office.screen().writes("Intervention", "Tenir un carnet du soir.");
        saved(office.page());
        other.getByLabel("Intervention").pressSequentially("Respirer avant le coucher.");
        other.locator("form[id=decide]").waitFor();
        assertThat(other.locator("main").innerText()).contains("Tenir un carnet du soir.", "Respirer avant le coucher.");
        office.page().reload();
        Album.keeps(office.screen(), "note-two-windows");
        other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Réunir les deux")).click();
        other.locator("form[id=write]").waitFor();
        assertThat(other.getByLabel("Intervention").inputValue()).contains("Tenir un carnet du soir.", "Respirer avant le coucher.");
        other.close();
    }

    @Test
    void a_text_that_was_erased_is_read_again_and_brought_back(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        begins(office);
        String note = office.screen().place();
        office.screen().writes("Analyse", "Une longue pensée sur le travail de nuit.");
        saved(office.page());
        office.screen().writes("Analyse", "");
        saved(office.page());
        office.screen().follows("Textes précédents");
        office.goesTo("/note/revisions");
        Album.keeps(office.screen(), "note-revisions");
        office.page().locator("#list .tabs a[href*='each=yes']").click();
        office.goesTo("each=yes");
        office.page().locator("#list .list li").nth(1).locator("a").click();
        office.page().locator("#text").waitFor();
        assertThat(office.page().locator("#text").innerText()).contains("Une longue pensée sur le travail de nuit.", "différent du texte actuel");
        Album.keeps(office.screen(), "note-revision");
        office.screen().presses("Reprendre ce texte");
        office.confirms();
        office.goesTo("/note/write");
        assertThat(office.screen().field("Analyse").inputValue()).isEqualTo("Une longue pensée sur le travail de nuit.");
        assertThat(office.parameter("id")).isEqualTo(note.replaceFirst(".*[?&]id=", "").replaceFirst("[&#].*", ""));
    }

    @Test
    void a_note_is_signed_sealed_shared_added_to_and_found(Journeys journeys) throws Exception {
        Office office = Office.of(Person.MAUDE, journeys);
        begins(office);
        Page page = office.page();
        page.locator("[id='write:said_0']").fill("Je marche chaque matin jusqu’au quai.");
        page.locator("[id='write:shelf_0']").selectOption("shared");
        office.screen().presses("Ajouter une parole");
        page.locator("[id='write:said_1']").waitFor();
        page.locator("[id='write:said_1']").fill("Relire le dossier avant la superviseure.");
        page.locator("[id='write:shelf_1']").selectOption("personal");
        office.screen().writes("Analyse", "L’élan de la marche soutient le sommeil.");
        saved(page);
        signs(office);
        office.goesTo("/note/show");
        Album.keeps(office.screen(), "note-signed");
        String place = office.screen().place();
        office.screen().writes("Ce qu’il faut ajouter", "Appel de confirmation le lendemain.").presses("Ajouter");
        office.confirms();
        page.locator("#addenda .card").waitFor();
        page.locator("a[href*='/download/addendum/']").waitFor();
        Album.keeps(office.screen(), "note-addendum");
        SealedPdf addition = SealedPdf.from(office.screen(), page.locator("a[href*='/download/addendum/']").first());
        assertThat(addition.text()).contains("Ajout à", "Appel de confirmation le lendemain.", "EXEMPLE-0001").doesNotContain("superviseure");
        addition.isWhole();
        addition.conforms(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);
        SealedPdf pdf = SealedPdf.from(office.screen(), page.locator("a[href*='/download/entry/']").first());
        assertThat(pdf.text()).contains("Note d’évolution", "Je marche chaque matin", "L’élan de la marche", "EXEMPLE-0001").doesNotContain("superviseure");
        pdf.isWhole();
        pdf.conforms(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);

        Screen phone = journeys.signedIn(Person.NOA, Device.PHONE);
        phone.opens("/c/maude-lavigne/shared");
        assertThat(phone.words()).contains("Je marche chaque matin jusqu’au quai.").doesNotContain("superviseure", "élan de la marche");
        Album.keeps(phone, "portal-shared");

        page.locator("#find").fill("elan march");
        page.locator("#find").press("Enter");
        office.goesTo("/search/list");
        assertThat(page.locator("#writings mark").first().innerText()).isNotBlank();
        Album.keeps(office.screen(), "search");
        page.locator("#words").fill("quai");
        page.locator("#writings mark", new Page.LocatorOptions().setHasText("quai")).waitFor();
        page.locator("#writings a").first().click();
        office.goesTo("/note/show");
        assertThat(office.screen().place()).isEqualTo(place.replaceFirst("[?&]faces-redirect=true", ""));
    }

    @Test
    void an_assessment_without_an_opinion_stays_a_draft(Journeys journeys) throws Exception {
        Office office = Office.of(Person.MAUDE, journeys);
        list(office);
        office.screen().presses("Écrire une évaluation");
        office.goesTo("/note/write");
        office.screen().writes("Résultats d’outils", "Échelle : 9 sur 24.");
        signs(office);
        office.page().locator("[id$=v_opinion][aria-invalid=true]:focus").waitFor();
        assertThat(office.page().locator(".field:has([id$=v_opinion]) .error").innerText()).contains("Des résultats d’échelles ne font pas une évaluation");
        assertThat(office.screen().field("Résultats d’outils").inputValue()).isEqualTo("Échelle : 9 sur 24.");
        Album.keeps(office.screen(), "assessment-refused");
        office.screen().writes("Analyse", "Les pertes se sont suivies ; le réseau tient.").writes("Opinion professionnelle", "Un accompagnement court suffit.");
        signs(office);
        office.goesTo("/note/show");
        SealedPdf pdf = SealedPdf.from(office.screen(), office.page().locator("a[href*='/download/entry/']").first());
        assertThat(pdf.text()).contains("Opinion professionnelle", "Un accompagnement court suffit.", "EXEMPLE-0001");
        pdf.conforms(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);
    }

    @Test
    void a_closing_summary_is_assembled_from_the_file(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        list(office);
        office.screen().presses("Préparer le bilan de fin");
        office.goesTo("/note/write");
        assertThat(office.screen().field("Services rendus").inputValue()).contains("Rencontre de soutien");
        assertThat(office.screen().field("Dernier service").inputValue()).matches("\\d{4}-\\d{2}-\\d{2}");
        Album.keeps(office.screen(), "closing-draft");
        office.screen().presses("Jeter ce brouillon");
        office.confirms();
        office.goesTo("/note/list");
    }

    /** The list of what is written in Noa's file. */
    private static void list(Office office) {
        String file = office.findsFile("Noa");
        office.screen().opens(file.replaceFirst("/file/show\\?id=", "/note/list?file=").replaceFirst("[&#].*", ""));
    }

    /** A new note about this morning. */
    private static void begins(Office office) {
        list(office);
        office.screen().presses("Écrire une note");
        office.goesTo("/note/write");
        java.time.LocalDateTime before = java.time.LocalDateTime.now(MONTREAL).minusHours(2).truncatedTo(ChronoUnit.MINUTES);
        LocalDate day = before.toLocalDate();
        LocalTime time = before.toLocalTime();
        office.page().locator("[id='write:v_service_on']").fill(day.toString());
        office.page().locator("[id='write:v_service_time']").fill(time.toString());
        office.page().locator("[id='write:v_minutes']").fill("50");
    }

    private static void saved(Page page) {
        page.waitForTimeout(200);
        page.waitForFunction("() => /^Enregistré à/.test(document.getElementById('saved').textContent)");
        page.waitForTimeout(2_500);
        page.waitForFunction("() => /^Enregistré à/.test(document.getElementById('saved').textContent)");
    }

    private static void signs(Office office) {
        office.screen().presses("Signer");
        office.confirms();
    }
}
