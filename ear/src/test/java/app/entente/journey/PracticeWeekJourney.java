package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A week as each of the two practices describes it: someone new comes, is met, written about, given a receipt and met again. What follows a meeting is
 * never more than two clicks away; the clicks are counted by the browser.
 */
@ExtendWith(Journeys.class)
class PracticeWeekJourney {

    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** Far enough ahead for nothing of the demo or of the other journeys to be there. */
    private static final int WEEKS = 7;

    @Test
    void the_social_worker_receives_somebody_new_and_takes_the_first_steps_of_the_path(Journeys journeys) throws Exception {
        Office office = Office.of(Person.MAUDE, journeys);
        counts(office);
        String file = office.opensFile("Rosalie", "Semaine", "rosalie@example.org", "vous", "fr");

        // The first contact, free of charge: it has just begun.
        begins(office, "Rosalie", "Premier échange", MONTREAL, "par téléphone", "514 555-0142");
        holds(office);
        assertThat(office.page().locator("a[href*='/receipt/issue']").count()).as("nothing to pay, no receipt").isZero();
        String meeting = office.screen().place();
        notes(office, "La personne souhaite mieux dormir depuis la perte de son emploi.", "intake");
        office.screen().opens(meeting);
        nextOf(office, "Évaluation du fonctionnement social", monday(MONTREAL).plusDays(1), "10:00");

        // The path goes on to the assessment, in one click.
        office.screen().opens(file);
        forgets(office);
        office.screen().presses("Passer à l’étape suivante");
        office.page().locator(".path [aria-current]", new Page.LocatorOptions().setHasText("Évaluation")).first().waitFor();
        assertThat(clicks(office)).isEqualTo(1);

        // A meeting of support is held: note, receipt and the next one follow.
        begins(office, "Rosalie", "Rencontre de soutien", MONTREAL, "au cabinet", null);
        holds(office);
        meeting = office.screen().place();
        notes(office, "Le plan est construit ensemble ; premier objectif : un lever régulier.", "support");
        office.screen().opens(meeting);
        receives(office, "120,00", "Permis");
        // From the day's page: a week later at the same hour is there to be saved.
        office.screen().opens(office.who().home());
        LocalDate next = next(office, office.page().locator(".list li", new Page.LocatorOptions().setHasText("Rosalie"))
            .locator("a[href*='/meeting/record'][href*='service=']").last());
        assertThat(next).isEqualTo(LocalDate.now(MONTREAL).plusWeeks(1));
        assertThat(office.screen().opens("/w/maude-lavigne/meeting/calendar?view=day&on=" + next)).isEqualTo(200);
        assertThat(of(office, "Rosalie").allInnerTexts()).hasSize(1).first().asString().contains("au cabinet");
        Album.keeps(office.screen(), "week-quebec");
    }

    @Test
    void the_peer_supporter_carries_somebody_through_a_week_of_crisis(Journeys journeys) throws Exception {
        Office office = Office.of(Person.CAMILLE, journeys);
        counts(office);
        office.opensFile("Mahé", "Semaine", "mahe@example.org", "tu", "fr");
        LocalDate monday = monday(PARIS);

        // Three short calls and a visit at home in Melun.
        chooses(office, "Mahé", "Appel court", monday, "18:40");
        radio(office, "par téléphone").check();
        office.page().locator("[id$=phone]").fill("06 00 00 00 42");
        radio(office, "Chaque semaine").check();
        office.page().getByLabel("mercredi").check();
        office.page().getByLabel("vendredi").check();
        office.page().locator("[id$=count]").fill("3");
        saves(office);
        chooses(office, "Mahé", "Séance à domicile", monday.plusDays(3), "14:00");
        visit(office, "12, rue de l’Exemple", "75011", "Paris");
        assertThat(office.page().locator(".messages").innerText()).as("a visit in Paris is refused, and why").contains("Melun", "Fontainebleau");
        assertThat(office.page().locator("[id$=city]").inputValue()).as("what was typed is kept").isEqualTo("Paris");
        visit(office, "12, rue de l’Exemple", "77000", "Melun");
        passes(office);
        office.goesTo("/meeting/show");

        // No meeting is longer than forty-five minutes.
        chooses(office, "Mahé", "Séance d’accompagnement", monday.plusDays(4), "11:00");
        radio(office, "par vidéo").check();
        office.page().locator("[id$=minutes]").fill("46");
        office.page().locator("form[id=meeting] .actions [type=submit]").click();
        office.page().locator("[id$=minutes][aria-invalid=true]:focus").waitFor();
        assertThat(office.page().locator(".field:has([id$=minutes]) .error").innerText()).contains("45");
        assertThat(office.page().locator("[id$=minutes]").inputValue()).isEqualTo("46");

        office.screen().opens("/w/camille-aubry/meeting/calendar?view=week&on=" + monday);
        assertThat(of(office, "Mahé").count()).as("three calls and one visit").isEqualTo(4);
        assertThat(of(office, "Mahé").allInnerTexts().stream().filter(words -> words.contains("domicile"))).hasSize(1);
        Album.keeps(office.screen(), "week-france");

        // A call of today has just begun: held, written about, invoiced, and the next one is there.
        begins(office, "Mahé", "Appel court", PARIS, "par téléphone", "06 00 00 00 42");
        holds(office);
        String meeting = office.screen().place();
        notes(office, "Mahé nomme ce qui l’aide à commencer une journée.", "call");
        office.screen().opens(meeting);
        receives(office, "15,00", "SIRET");
        office.screen().opens(meeting);
        LocalDate next = next(office, office.page().locator("a[href*='/meeting/record']").first());
        assertThat(next).as("the next of the days of the calls that are booked").isEqualTo(monday.plusDays(7));
        assertThat(office.screen().words()).contains("18\u00A0h\u00A040");
    }

    /** A Monday well ahead. */
    private static LocalDate monday(ZoneId zone) {
        return LocalDate.now(zone).plusWeeks(WEEKS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Books a meeting that began a moment ago and finds it in the calendar of the day. */
    private static void begins(Office office, String client, String service, ZoneId zone, String mode, String phone) {
        LocalDateTime before = LocalDateTime.now(zone).minusMinutes(5).truncatedTo(ChronoUnit.MINUTES);
        chooses(office, client, service, before.toLocalDate(), before.toLocalTime().toString());
        radio(office, mode).check();
        if (phone != null) {
            office.page().locator("[id$=phone]").fill(phone);
        }
        saves(office);
        office.screen().opens(office.who().home() + "/meeting/calendar?view=day&on=" + before.toLocalDate());
    }

    /** From the calendar: to the meeting, and it took place. */
    private static void holds(Office office) {
        forgets(office);
        of(office, "Semaine").last().click();
        office.goesTo("/meeting/show");
        office.page().locator("form[id=settle] [type=submit]").first().click();
        office.page().locator("form[id=settle]").waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(clicks(office)).as("from the calendar to «held»").isLessThanOrEqualTo(2);
    }

    /** From the meeting to the note's form, writes a sentence, comes back to it saved. */
    private static void notes(Office office, String sentence, String picture) {
        forgets(office);
        office.screen().presses("Écrire la note");
        office.goesTo("/note/write");
        assertThat(clicks(office)).as("from the meeting to its note").isLessThanOrEqualTo(2);
        office.page().locator("[id='write:said_0']").fill(sentence);
        office.page().waitForFunction("() => /^Enregistré à/.test(document.getElementById('saved').textContent)");
        Album.keeps(office.screen(), "week-note-" + picture);
        office.page().reload();
        assertThat(office.page().locator("[id='write:said_0']").inputValue()).isEqualTo(sentence);
        office.screen().presses("Signer");
        office.confirms();
        office.goesTo("/note/show");
        assertThat(office.screen().words()).contains(sentence);
    }

    /** From the meeting to the issued receipt. */
    private static void receives(Office office, String amount, String mention) throws Exception {
        forgets(office);
        office.page().locator("a[href*='/receipt/issue?meeting=']").first().click();
        office.goesTo("/receipt/issue");
        office.page().locator("form[id=receipt] .button.primary").click();
        office.goesTo("/receipt/show");
        assertThat(clicks(office)).as("from the meeting to its receipt").isLessThanOrEqualTo(2);
        office.page().locator("a[href*='/download/receipt/']").first().waitFor();
        assertThat(office.screen().words().replace('\u202F', ' ').replace('\u00A0', ' ')).contains(amount);
        assertThat(SealedPdf.from(office.screen(), office.page().locator("a[href*='/download/receipt/']").first()).text()).contains(mention);
    }

    /** From a link to the next meeting, as it is proposed: it is told why, nothing is typed, and one press saves it. */
    private static LocalDate next(Office office, Locator link) {
        forgets(office);
        link.click();
        office.goesTo("/meeting/record");
        assertThat(office.page().locator(".notice.info").innerText()).as("why this time").contains("même heure");
        LocalDate day = LocalDate.parse(office.page().locator("[id='meeting:date']").inputValue());
        office.page().locator("form[id=meeting] .actions [type=submit]").click();
        office.goesTo("/meeting/show");
        assertThat(clicks(office)).as("from there to the next meeting").isLessThanOrEqualTo(2);
        return day;
    }

    /** From the meeting to the next one, with another service and at another time. */
    private static void nextOf(Office office, String service, LocalDate day, String time) {
        office.screen().follows("Prévoir la prochaine");
        office.goesTo("/meeting/record");
        office.page().locator("form[id=meeting] summary").click();
        office.screen().follows(service);
        office.page().locator("form[id=meeting] summary", new Page.LocatorOptions().setHasText(service)).waitFor();
        forgets(office);
        office.page().locator("[id='meeting:date']").fill(day.toString());
        office.page().locator("input[type=time]").fill(time);
        office.page().locator("form[id=meeting] .actions [type=submit]").click();
        office.goesTo("/meeting/show");
        assertThat(clicks(office)).isEqualTo(1);
    }

    private static void visit(Office office, String street, String postal, String city) {
        office.page().locator("[id='meeting:place']").fill(street);
        office.page().locator("[id$=postal]").fill(postal);
        office.page().locator("[id$=city]").fill(city);
        office.page().locator("form[id=meeting] .actions [type=submit]").click();
        office.page().locator(".messages li, .notice.attention, #settle, #change").first().waitFor();
    }

    /** From the calendar's empty hour to the form of a meeting. */
    private static void chooses(Office office, String client, String service, LocalDate day, String time) {
        Page page = office.page();
        office.screen().opens(office.who().home() + "/meeting/record?on=" + day + "&at=" + time);
        page.locator("main .list a", new Page.LocatorOptions().setHasText(client)).first().click();
        office.goesTo("file=");
        office.screen().follows(service);
        page.locator(".choice li", new Page.LocatorOptions().setHasText(service)).locator(".pill").waitFor();
    }

    /** Saves, and confirms what is pointed out when something is. */
    private static void saves(Office office) {
        office.page().locator("form[id=meeting] .actions [type=submit]").click();
        office.page().locator(".notice.attention, #settle, #change").first().waitFor();
        passes(office);
        office.goesTo("/meeting/show");
    }

    /** Confirms what was pointed out, when something was. */
    private static void passes(Office office) {
        if (!office.page().url().contains("/meeting/show")) {
            office.page().locator("form[id=meeting] .actions [type=submit]").click();
        }
    }

    private static Locator of(Office office, String name) {
        return office.page().locator(".calendar .meeting", new Page.LocatorOptions().setHasText(name));
    }

    private static Locator radio(Office office, String name) {
        return office.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Has the browser count what somebody clicks on, from page to page. */
    private static void counts(Office office) {
        office.page().addInitScript("addEventListener('click', e => { if (e.isTrusted) { sessionStorage.clicks = 1 + Number(sessionStorage.clicks || 0); } }, true)");
    }

    private static void forgets(Office office) {
        office.page().evaluate("() => sessionStorage.setItem('clicks', '0')");
    }

    private static int clicks(Office office) {
        return Integer.parseInt(String.valueOf(office.page().evaluate("() => sessionStorage.clicks")));
    }
}
