package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A programme pays for a file under an authorisation, as far as it goes; the person sees what concerns them. And money is given back. */
@ExtendWith(Journeys.class)
class PayerJourney {

    private static final String NAME = "Programme d’aide Exemple";

    @Test
    void a_programme_is_billed_up_to_its_authorisation_and_the_person_sees_that_they_paid_nothing(Journeys journeys) throws Exception {
        Office office = Office.of(Person.MAUDE, journeys);
        String file = office.findsFile("Noa").replaceFirst(".*[?&]id=([^&#]+).*", "$1");
        office.screen().opens(Person.MAUDE.home() + "/file/payer?file=" + file);
        field(office, "payer:name").fill(NAME);
        field(office, "payer:since").fill(LocalDate.now().minusDays(30).toString());
        field(office, "payer:authorisation").fill("PAE-2026-77");
        field(office, "payer:sessions").fill("1");
        field(office, "payer:city").fill("Montréal");
        field(office, "payer:street").fill("1, rue Haute");
        Album.keeps(office.screen(), "payer-new");
        office.page().locator("form[id=payer] .button.primary").click();
        office.goesTo("tab=people");
        Locator payer = office.page().locator("#payers li", new Page.LocatorOptions().setHasText(NAME)).last();
        assertThat(payer.innerText()).contains("PAE-2026-77", "depuis le");
        Album.keeps(office.screen(), "payer-file");

        payer.locator("a").first().click();
        office.goesTo("/file/payer?id=");
        field(office, "payer:street").fill("2, rue Basse");
        Album.keeps(office.screen(), "payer-correct");
        office.page().locator("form[id=payer] .button.primary").click();
        office.goesTo("tab=people");

        List<String> meetings = ReceiptDesk.meetings(2);
        issues(office, meetings.get(0), "invoice");
        office.goesTo("/receipt/show");
        assertThat(office.screen().words()).contains(NAME, "PAE-2026-77", "Il est pour le payeur");
        String invoice = office.screen().heading().replaceFirst("^\\S+\\s+", "").strip();
        Locator document = office.page().locator("a[href*='/download/receipt/']").first();
        document.waitFor();
        assertThat(SealedPdf.from(office.screen(), document).text()).contains(NAME, "2, rue Basse", "PAE-2026-77", "1 sur cette facture, 1 à ce jour sur 1 autorisée").doesNotContain("Tremblay", "Noa");

        issues(office, meetings.get(1), "invoice");
        office.page().getByText("L’autorisation PAE-2026-77 couvre une rencontre").waitFor();
        issues(office, meetings.get(1), "covered");
        office.goesTo("/receipt/show");
        String covered = office.screen().heading().replaceFirst("^\\S+\\s+", "").strip();
        assertThat(office.screen().words()).contains("La personne le trouve dans son espace");

        Screen noa = journeys.signedIn(Person.NOA, Device.PHONE);
        noa.opens("/c/maude-lavigne/receipts");
        assertThat(noa.words()).contains(covered).doesNotContain(invoice);

        office.screen().opens(Person.MAUDE.home() + "/payment/balance?client=programme&unpaid=yes");
        Album.keeps(office.screen(), "payer-balance");
        office.page().locator("#payers tbody a", new Page.LocatorOptions().setHasText(NAME)).click();
        office.goesTo("/payment/account");
        office.page().locator("form[id=statement] .button").click();
        Locator statement = office.page().locator("a[href*='/download/statement/']").first();
        statement.waitFor();
        Album.keeps(office.screen(), "payer-account");
        assertThat(SealedPdf.from(office.screen(), statement).text()).contains(NAME, "Facture " + invoice).doesNotContain("Tremblay", "Noa");

        office.screen().opens(Person.MAUDE.home() + "/file/show?id=" + file + "&tab=people");
        payer.locator("[type=submit]").click();
        office.confirms();
        office.page().locator("#payers li", new Page.LocatorOptions().setHasText(NAME)).last().getByText("jusqu’au").waitFor();
    }

    @Test
    void money_on_account_is_given_back_in_part(Journeys journeys) throws Exception {
        Office office = Office.of(Person.MAUDE, journeys);
        String person = ReceiptDesk.column("select id from person where tenant_id = '$' and given_name = 'Noa' limit 1").get(0);
        office.screen().opens(Person.MAUDE.home() + "/payment/record?person=" + person);
        field(office, "payment:amount").fill("20,00");
        office.page().locator("form[id=payment] .button.primary").click();
        office.goesTo("/payment/show");
        field(office, "refund:amount").fill("25,00");
        office.page().locator("form[id=refund] [type=submit]").click();
        office.confirms();
        office.page().getByText("à rembourser de ce paiement").waitFor();
        field(office, "refund:amount").fill("5,00");
        office.page().locator("form[id=refund] [type=submit]").click();
        office.confirms();
        office.page().locator("h1", new Page.LocatorOptions().setHasText("Remboursement")).waitFor();
        Album.keeps(office.screen(), "payment-refund");
        assertThat(office.screen().heading().replace('\u202F', ' ').replace('\u00A0', ' ')).contains("5,00 $");
    }

    private static void issues(Office office, String meeting, String kind) {
        office.screen().opens(Person.MAUDE.home() + "/receipt/issue?meeting=" + meeting);
        office.page().locator("details.more > summary").click();
        office.page().locator("form[id=receipt] input[name$=kind][value=" + kind + "]").check();
        field(office, "receipt:payer").selectOption(new SelectOption().setLabel(NAME + ", PAE-2026-77"));
        office.page().locator("form[id=receipt] input[name$=paidNow][value=no]").check();
        office.page().locator("form[id=receipt] .button.primary").click();
    }

    private static Locator field(Office office, String id) {
        return office.page().locator("[id='" + id + "']");
    }
}
