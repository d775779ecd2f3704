package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** An invoice that is paid in part, the balance, the receipts of a week at once, and the statement in both rooms. */
@ExtendWith(Journeys.class)
class PaymentJourney {

    private static final LocalDate DAY = LocalDate.now().minusDays(3);

    @Test
    void money_comes_in_and_everybody_sees_what_is_open(Journeys journeys) throws Exception {
        Office office = Office.of(Person.MAUDE, journeys);
        records(office, "08:00");
        office.page().locator("a[href*='/receipt/issue?meeting=']").first().click();
        office.goesTo("/receipt/issue");
        office.page().locator("details.more summary").click();
        office.page().getByLabel("Facture").check();
        office.page().getByLabel("Pas encore").or(office.page().locator("input[name$=paidNow][value=no]")).first().check();
        office.page().locator("form[id=receipt] .button.primary").click();
        office.goesTo("/receipt/show");
        String number = office.screen().heading().replaceFirst("^\\S+\\s+", "").strip();
        String receipt = office.screen().place();
        office.page().locator("a[href*='/payment/record?receipt=']").click();
        office.goesTo("/payment/record");
        office.page().locator("[id$=amount]").fill("50,00");
        Album.keeps(office.screen(), "payment-record");
        office.page().locator("form[id=payment] .button.primary").dblclick();
        office.goesTo("/payment/show");
        Album.keeps(office.screen(), "payment-show");
        office.screen().opens(receipt);
        assertThat(plain(office.screen().words())).contains("70,00 $");
        assertThat(office.page().locator("#payments .payment").count()).isEqualTo(1);
        Album.keeps(office.screen(), "receipt-partly-paid");
        office.screen().opens(Person.MAUDE.home() + "/receipt/list?unpaid=yes");
        assertThat(office.page().locator("tbody tr", new Page.LocatorOptions().setHasText(number)).count()).isEqualTo(1);
        Album.keeps(office.screen(), "receipt-unpaid");

        records(office, "10:00");
        LocalDate monday = DAY.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        office.screen().opens(Person.MAUDE.home() + "/receipt/week?week=" + monday + "&means=interac");
        Album.keeps(office.screen(), "receipt-week");
        int ready = office.page().locator("form[id=week] input[type=checkbox]").count();
        assertThat(ready).isPositive();
        office.page().locator("form[id=week] .button.primary").click();
        office.goesTo("issued=" + ready);
        assertThat(office.page().locator("form[id=week] input[type=checkbox]").count()).isZero();
        Album.keeps(office.screen(), "receipt-week-issued");

        office.screen().opens(Person.MAUDE.home() + "/payment/balance");
        Album.keeps(office.screen(), "payment-balance");
        office.page().locator("tbody tr", new Page.LocatorOptions().setHasText("Noa")).locator("a").first().click();
        office.goesTo("/payment/account");
        assertThat(plain(office.screen().words())).contains("70,00 $");
        office.page().locator("form[id=statement] .button").click();
        Locator made = office.page().locator("a[href*='/download/statement/']").first();
        made.waitFor();
        Album.keeps(office.screen(), "payment-account");
        SealedPdf statement = SealedPdf.from(office.screen(), made);
        // What other journeys left on the account is in its last line too.
        assertThat(statement.text()).contains("Noa Tremblay", "Facture " + number, "120,00 $", "50,00 $", "Reste à payer");
        statement.isWhole();
        statement.conforms(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);

        Screen phone = journeys.signedIn(Person.NOA, Device.PHONE);
        phone.opens("/c/maude-lavigne/receipts");
        SealedPdf own = SealedPdf.from(phone, phone.page().locator("a[href*='/download/statement/" + LocalDate.now().getYear() + "']").first());
        assertThat(own.bytes()).isEqualTo(statement.bytes());

        for (String page : new String[] {"list", "close?check=yes", "export"}) {
            office.screen().opens(Person.MAUDE.home() + "/payment/" + page);
            Album.keeps(office.screen(), "payment-" + page.replaceFirst("\\?.*", ""));
        }
        office.page().locator("form[id=export] .button.primary").click();
        office.page().waitForCondition(() -> {
            office.screen().opens(Person.MAUDE.home() + "/payment/export");
            return office.page().locator("a[href*='/download/export/']").count() > 0;
        }, new Page.WaitForConditionOptions().setTimeout(60_000));
        Album.keeps(office.screen(), "payment-export-ready");
    }

    private static void records(Office office, String time) {
        office.findsFile("Noa");
        office.screen().follows("Noter une");
        office.goesTo("/meeting/record");
        office.screen().follows("Rencontre de soutien");
        office.page().locator(".choice li", new Page.LocatorOptions().setHasText("Rencontre de soutien")).locator(".pill").waitFor();
        office.page().locator("input[type=date]").fill(DAY.toString());
        office.page().locator("input[type=time]").fill(time);
        office.page().locator("[id$=minutes]").fill("50");
        office.page().locator("form[id=meeting] .actions [type=submit]").click();
        office.goesTo("/meeting/show");
    }

    private static String plain(String text) {
        return text.replace('\u202F', ' ').replace('\u00A0', ' ');
    }
}
