package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first month of the books is closed: what it held stays, nothing is dated in it any more, and the month after it is next. */
@ExtendWith(Journeys.class)
class ClosingJourney {

    private static final String CLOSE = Person.MAUDE.home() + "/payment/close";

    @Test
    void a_month_is_closed_for_good_and_the_next_one_follows(Journeys journeys) throws Exception {
        Office office = Office.of(Person.MAUDE, journeys);
        office.screen().opens(CLOSE);
        YearMonth month = YearMonth.parse(field(office, "close:month").inputValue());
        office.page().locator("form[id=close] .button.primary").click();
        office.page().locator("dialog[open]").waitFor();
        Album.keeps(office.screen(), "closing-asked");
        office.page().keyboard().press("Escape");
        office.screen().opens(CLOSE);
        assertThat(office.page().locator("#periods").count()).as("closed by somebody who thought again").isZero();

        String held = ReceiptDesk.column("select to_char(sum(amount_minor) filter (where amount_minor > 0) / 100.0, 'FM999990.00') from ledger_entry where tenant_id = '$' and paid_on between '"
            + month.atDay(1) + "' and '" + month.atEndOfMonth() + "'").get(0).replace('.', ',');
        office.page().locator("form[id=close] .button.primary").click();
        office.confirms();
        Locator row = office.page().locator("#periods tbody tr");
        row.first().waitFor();
        assertThat(row.count()).isEqualTo(1);
        assertThat(plain(row.innerText())).contains(words(month), held + " $");
        Album.keeps(office.screen(), "closing-closed");
        theMonthAfterIsNext(office, month);

        LocalDate day = month.atEndOfMonth();
        String until = "Les périodes sont closes jusqu’au " + day.getDayOfMonth() + " " + words(month);
        String person = ReceiptDesk.column("select id from person where tenant_id = '$' and given_name = 'Noa' limit 1").get(0);
        String entries = "select count(*) from ledger_entry where tenant_id = '$' and paid_on <= '" + day + "'";
        long before = ReceiptDesk.number(entries);
        office.screen().opens(Person.MAUDE.home() + "/payment/record?person=" + person);
        field(office, "payment:amount").fill("12,00");
        types(field(office, "payment:on"), day);
        office.page().locator("form[id=payment] .button.primary").click();
        office.page().getByText(until).waitFor();
        assertThat(field(office, "payment:amount").inputValue()).isEqualTo("12,00");
        Album.keeps(office.screen(), "closing-refuses-payment");

        office.screen().opens(Person.MAUDE.home() + "/payment/show?id=" + ReceiptDesk.column("select id from ledger_entry where tenant_id = '$' and amount_minor > 100 and paid_on <= '"
            + day + "' and refunds_id is null").get(0));
        field(office, "refund:amount").fill("1,00");
        types(field(office, "refund:on"), day);
        office.page().locator("form[id=refund] [type=submit]").click();
        office.confirms();
        office.page().getByText(until).waitFor();

        String meeting = ReceiptDesk.meetings(1).get(0);
        office.screen().opens(Person.MAUDE.home() + "/receipt/issue?meeting=" + meeting);
        types(field(office, "receipt:paid"), day);
        office.page().locator("form[id=receipt] .button.primary").click();
        office.page().getByText(until).waitFor();
        assertThat(ReceiptDesk.number("select count(*) from receipt_line where tenant_id = '$' and meeting_id = '" + meeting + "'")).isZero();
        Album.keeps(office.screen(), "closing-refuses-receipt");
        types(field(office, "receipt:paid"), LocalDate.now().minusDays(1));
        office.page().locator("form[id=receipt] .button.primary").click();
        office.goesTo("/receipt/show");
        assertThat(ReceiptDesk.number(entries)).as("lines of the closed month").isEqualTo(before);

        office.screen().opens(CLOSE + "?check=yes");
        assertThat(office.screen().words()).contains("Le registre est entier.");
        assertThat(office.page().locator("#periods form, #periods button, #periods [type=submit]").count()).as("ways to open it again").isZero();
    }

    /** The month after is offered when it is over, and the closed one is refused when the form is sent for it again. */
    private static void theMonthAfterIsNext(Office office, YearMonth closed) {
        YearMonth next = closed.plusMonths(1);
        if (!next.isBefore(YearMonth.now())) {
            assertThat(office.screen().words()).contains("Aucun mois n’est à clôturer pour l’instant.");
            return;
        }
        assertThat(office.page().locator("form[id=close] .button.primary").inputValue()).isEqualTo("Clôturer " + words(next));
        field(office, "close:month").evaluate("(input, month) => input.value = month", closed.toString());
        office.page().locator("form[id=close] .button.primary").click();
        office.confirms();
        office.page().getByText("Les mois se ferment dans l’ordre").waitFor();
        assertThat(office.screen().words()).contains("le prochain est " + words(next));
        assertThat(office.page().locator("#periods tbody tr").count()).isEqualTo(1);
    }

    /** The field would not take a day that is closed: somebody may have had the page open since before. */
    private static void types(Locator field, LocalDate day) {
        field.evaluate("input => { input.removeAttribute('min'); }");
        field.fill(day.toString());
    }

    private static String words(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRENCH));
    }

    private static Locator field(Office office, String id) {
        return office.page().locator("[id='" + id + "']");
    }

    private static String plain(String text) {
        return text.replace('\u202F', ' ').replace('\u00A0', ' ');
    }
}
