package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A meeting that took place gives its receipt in one action, in both places. */
@ExtendWith(Journeys.class)
class ReceiptJourney {

    private static final LocalDate DAY = LocalDate.now().minusDays(2);

    @Test
    void a_meeting_longer_than_its_service_allows_is_refused_and_keeps_what_was_typed(Journeys journeys) {
        Office office = Office.of(Person.CAMILLE, journeys);
        records(office, "Noa", "Séance d’accompagnement", 46);
        office.page().locator("[id$=minutes][aria-invalid=true], .messages .error, .messages li").first().waitFor();
        assertThat(office.screen().place()).contains("/meeting/record");
        assertThat(office.page().locator("[id$=minutes]").inputValue()).isEqualTo("46");
        assertThat(office.page().locator("input[type=date]").inputValue()).isEqualTo(DAY.toString());
        assertThat(office.screen().words()).contains("45");
        Album.keeps(office.screen(), "meeting-too-long");
    }

    @Test
    void a_receipt_in_france_is_numbered_sealed_and_in_the_portal_at_once(Journeys journeys) throws Exception {
        SealedPdf receipt = receipt(journeys, Person.CAMILLE, "/c/camille-aubry", "Séance d’accompagnement", 45, "45,00");
        assertThat(receipt.text()).contains("SIRET 000 000 000 00000", "45,00 €", "TVA non applicable, art. 293 B du CGI", "Noa Tremblay", "Camille Aubry");
        isDiscreet(receipt);
    }

    @Test
    void a_receipt_in_quebec_is_numbered_sealed_and_in_the_portal_at_once(Journeys journeys) throws Exception {
        SealedPdf receipt = receipt(journeys, Person.MAUDE, "/c/maude-lavigne", "Rencontre de soutien", 50, "120,00");
        assertThat(receipt.text()).contains("Permis nº EXEMPLE-0001", "120,00 $", "Noa Tremblay", "Maude Lavigne");
        isDiscreet(receipt);
    }

    @Test
    void a_receipt_is_looked_at_copied_taken_back_and_issued_again_and_the_year_comes_in_one_file(Journeys journeys) throws Exception {
        Office office = Office.of(Person.MAUDE, journeys);
        records(office, "Noa", "Rencontre de soutien", 50);
        office.goesTo("/meeting/show");
        office.page().locator("a[href*='/receipt/issue?meeting=']").first().click();
        office.goesTo("/receipt/issue");
        office.page().locator("details.more > summary").click();
        office.page().locator("form[id=receipt] .button:not(.primary)").click();
        office.page().locator("#preview").waitFor();
        assertThat(office.page().locator("#preview").innerText()).contains("Services exonérés");
        Album.keeps(office.screen(), "receipt-preview");
        office.page().locator("form[id=receipt] .button.primary").click();
        office.goesTo("/receipt/show");
        String first = office.parameter("id");
        office.page().locator("a[href*='/download/receipt/']").first().waitFor();

        office.page().locator("[id='copy:copyReason']").fill("Assureur");
        office.page().locator("form[id=copy] [type=submit]").click();
        office.page().locator("a[href*='/download/copy/']").first().waitFor();
        SealedPdf copy = SealedPdf.from(office.screen(), office.page().locator("a[href*='/download/copy/']").first());
        assertThat(copy.text()).contains("Duplicata", "Noa Tremblay");
        copy.isWhole();
        copy.conforms(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);

        office.page().locator("[id='credit:reason']").fill("Rencontre notée au mauvais tarif");
        office.page().locator("form[id=credit] [type=submit]").click();
        office.confirms();
        office.page().waitForURL(url -> url.contains("/receipt/show") && !url.contains(first));
        office.page().locator("a[href*='/download/receipt/']").first().waitFor();
        Album.keeps(office.screen(), "receipt-credit");
        SealedPdf credit = SealedPdf.from(office.screen(), office.page().locator("a[href*='/download/receipt/']").first());
        assertThat(credit.text()).contains("Note de crédit NC", "Rencontre notée au mauvais tarif", "\u2212120,00");
        office.screen().opens(Person.MAUDE.home() + "/receipt/show?id=" + first);
        Album.keeps(office.screen(), "receipt-credited");
        assertThat(office.page().locator("form[id=credit]").count()).isZero();

        Screen insurer = journeys.visitor(Device.PHONE, "fr");
        insurer.opens(office.page().locator("a[href*='/check?code=']").getAttribute("href"));
        assertThat(insurer.page().locator(".notice.attention").innerText()).contains("vient d’ici", "annulé");
        Album.keeps(insurer, "check-cancelled");

        office.page().locator(".notice a[href*='/receipt/issue?meeting=']").click();
        office.goesTo("/receipt/issue");
        assertThat(office.page().locator("input[name$=paidNow]:checked").inputValue()).as("paid with the payment of the first").matches("[0-9a-f-]{36}");
        Album.keeps(office.screen(), "receipt-again");
        office.page().locator("form[id=receipt] .button.primary").click();
        office.goesTo("/receipt/show");
        assertThat(office.parameter("id")).isNotEqualTo(first);
        assertThat(ReceiptDesk.number("select count(*) from ledger_entry where tenant_id = '$' and receipt_id in ('" + first + "', '" + office.parameter("id") + "')")).as("payments written down").isEqualTo(1);
        assertThat(office.page().locator("#payments .payment").count()).isEqualTo(1);
        assertThat(ReceiptDesk.column("select sum(amount_minor) from ledger_allocation where tenant_id = '$' and receipt_id = '" + office.parameter("id") + "'")).containsExactly("12000");
        office.screen().opens(Person.MAUDE.home() + "/receipt/settings");
        Album.keeps(office.screen(), "receipt-settings");
        office.screen().isSound();

        Screen phone = journeys.signedIn(Person.NOA, Device.PHONE);
        phone.opens("/c/maude-lavigne/receipts");
        Album.keeps(phone, "portal-receipts-year");
        com.microsoft.playwright.Download year = phone.page().waitForDownload(() -> phone.page().locator("a[href*='/download/year/']").first().click());
        java.util.List<String> names = new java.util.ArrayList<>();
        try (java.util.zip.ZipInputStream zip = new java.util.zip.ZipInputStream(java.nio.file.Files.newInputStream(year.path()))) {
            for (java.util.zip.ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(new String(zip.readNBytes(5), java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            }
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(3).allMatch(name -> name.matches("[a-z0-9-]+\\.pdf")).anyMatch(name -> name.startsWith("note-de-credit-"));
    }

    @Test
    void an_invoice_of_france_carries_its_xml(Journeys journeys) throws Exception {
        Office office = Office.of(Person.CAMILLE, journeys);
        records(office, "Noa", "Séance d’accompagnement", 45);
        office.goesTo("/meeting/show");
        office.page().locator("a[href*='/receipt/issue?meeting=']").first().click();
        office.goesTo("/receipt/issue");
        office.page().locator("details.more > summary").click();
        office.page().getByLabel("Facture").check();
        office.page().locator("form[id=receipt] .button:not(.primary)").click();
        office.page().locator("#preview").waitFor();
        Album.keeps(office.screen(), "receipt-invoice-preview");
        office.page().locator("form[id=receipt] .button.primary").click();
        office.goesTo("/receipt/show");
        office.page().locator("a[href*='/download/receipt/']").first().waitFor();
        SealedPdf invoice = SealedPdf.from(office.screen(), office.page().locator("a[href*='/download/receipt/']").first());
        assertThat(invoice.text()).contains("Facture F", "45,00 €", "TVA non applicable");
        invoice.isWhole();
        invoice.conforms(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);
        try (org.apache.pdfbox.pdmodel.PDDocument document = org.apache.pdfbox.Loader.loadPDF(invoice.bytes())) {
            assertThat(document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames()).containsKey("factur-x.xml");
        }
    }

    private static SealedPdf receipt(Journeys journeys, Person who, String portal, String service, int minutes, String amount) throws Exception {
        Office office = Office.of(who, journeys);
        String name = who.name().toLowerCase(Locale.ROOT);
        records(office, "Noa", service, minutes);
        office.goesTo("/meeting/show");
        Album.keeps(office.screen(), "meeting-held-" + name);
        office.page().locator("a[href*='/receipt/issue?meeting=']").first().click();
        office.goesTo("/receipt/issue");
        String form = office.screen().place();
        Album.keeps(office.screen(), "receipt-issue-" + name);
        Locator button = office.page().locator("form[id=receipt] .button.primary");
        assertThat(button.inputValue().replace('\u202F', ' ').replace('\u00A0', ' ')).contains(amount);
        button.dblclick();
        office.goesTo("/receipt/show");
        String shown = office.parameter("id");
        office.page().locator("a[href*='/download/receipt/']").first().waitFor();
        Album.keeps(office.screen(), "receipt-" + name);
        String number = office.screen().heading().replaceFirst("^\\S+\\s+", "").strip();
        assertThat(number).matches("\\S*\\d+\\S*");

        // The form of before, sent again as it was, and the page asked for anew.
        office.page().goBack();
        office.page().waitForLoadState();
        if (button.count() > 0) {
            button.click();
            office.goesTo("/receipt/show");
            assertThat(office.parameter("id")).isEqualTo(shown);
        }
        office.screen().opens(form);
        assertThat(button.count()).isZero();
        assertThat(office.screen().words()).contains(number);
        Album.keeps(office.screen(), "receipt-there-" + name);
        office.screen().opens(who.home() + "/receipt/list");
        assertThat(office.page().locator("tbody th a", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + number + "\\s*$"))).count()).isEqualTo(1);
        Album.keeps(office.screen(), "receipt-list-" + name);
        office.screen().opens(who.home() + "/receipt/show?id=" + shown);
        SealedPdf practice = SealedPdf.from(office.screen(), office.page().locator("a[href*='/download/receipt/']").first());

        Screen phone = journeys.signedIn(Person.NOA, Device.PHONE);
        phone.opens(portal + "/receipts");
        Locator row = phone.page().locator("main li", new Page.LocatorOptions().setHasText(number)).first();
        assertThat(row.innerText().replace('\u202F', ' ').replace('\u00A0', ' ')).contains(amount);
        Album.keeps(phone, "portal-receipts-" + name);
        SealedPdf client = SealedPdf.from(phone, row.locator("a"));
        assertThat(client.bytes()).isEqualTo(practice.bytes());
        assertThat(client.text()).contains(number, date(DAY));
        client.isWhole();
        client.conforms(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);
        return client;
    }

    /** Notes a meeting that took place two days ago. */
    private static void records(Office office, String client, String service, int minutes) {
        office.findsFile(client);
        office.screen().follows("Noter une");
        office.goesTo("/meeting/record");
        office.screen().follows(service);
        office.page().locator(".choice li", new Page.LocatorOptions().setHasText(service)).locator(".pill").waitFor();
        office.page().locator("input[type=date]").fill(DAY.toString());
        office.page().locator("input[type=time]").fill("14:00");
        office.page().locator("[id$=minutes]").fill(String.valueOf(minutes));
        Album.keeps(office.screen(), "meeting-record-" + office.who().name().toLowerCase(Locale.ROOT));
        office.page().locator("form[id=meeting] .actions [type=submit]").click();
    }

    /** Who reads a receipt learns what was paid, not what was said. */
    private static void isDiscreet(SealedPdf receipt) throws Exception {
        assertThat(receipt.text().toLowerCase(Locale.ROOT)).doesNotContain("approche", "entretien motivationnel", "systémique", "trauma", "counseling",
            "rétablissement", "psychoéducation", "premier regard", "plan écrit ensemble", "note de", "sommeil", "procrastination");
    }

    private static String date(LocalDate day) {
        String month = day.format(DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH));
        return (day.getDayOfMonth() == 1 ? "1er" : String.valueOf(day.getDayOfMonth())) + " " + month;
    }
}
