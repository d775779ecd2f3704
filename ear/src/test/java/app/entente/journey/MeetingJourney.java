package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A week of each practice: short calls in a crisis and visits at home in one, a series that moves in the other, and what a client makes of it. */
@ExtendWith(Journeys.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MeetingJourney {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** A Monday three weeks ahead: nothing of the demo is there. */
    private static final LocalDate MONDAY = LocalDate.now(PARIS).plusWeeks(3).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    @Test
    @Order(1)
    void a_week_of_crisis_is_three_short_calls_and_a_visit_in_melun_and_none_in_paris(Journeys journeys) {
        Office office = Office.of(Person.CAMILLE, journeys);
        Page page = office.page();
        chooses(office, "Lucette", "Appel court", MONDAY.with(DayOfWeek.MONDAY), "18:00");
        radio(page, "par téléphone").check();
        page.locator("[id$=phone]").fill("06 00 00 00 00");
        radio(page, "Chaque semaine").check();
        page.getByLabel("mercredi").check();
        page.getByLabel("vendredi").check();
        page.locator("[id$=count]").fill("3");
        Album.keeps(office.screen(), "meeting-series");
        saves(office);

        chooses(office, "Lucette", "Séance à domicile", MONDAY.with(DayOfWeek.THURSDAY), "10:30");
        assertThat(page.locator("[id$=city]").inputValue()).isEqualTo("Melun");
        page.locator("[id$=postal]").fill("75011");
        page.locator("[id$=city]").fill("Paris");
        page.locator("form[id=meeting] .actions [type=submit]").click();
        page.locator(".messages li").first().waitFor();
        assertThat(office.screen().words()).contains("Melun", "Fontainebleau");
        Album.keeps(office.screen(), "meeting-not-served");
        page.locator("[id$=postal]").fill("77000");
        page.locator("[id$=city]").fill("Melun");
        saves(office);

        assertThat(office.screen().opens("/w/camille-aubry/meeting/calendar?view=week&on=" + MONDAY)).isEqualTo(200);
        Album.keeps(office.screen(), "calendar-week");
        assertThat(page.locator(".calendar .meeting", new Page.LocatorOptions().setHasText("Lucette")).count()).isEqualTo(4);
        for (String view : new String[] {"day", "month"}) {
            office.screen().reads("/w/camille-aubry/meeting/calendar?view=" + view + "&on=" + MONDAY);
            Album.keeps(office.screen(), "calendar-" + view);
        }
    }

    @Test
    @Order(2)
    void two_meetings_at_once_are_told_before_they_are_booked(Journeys journeys) {
        Office office = Office.of(Person.CAMILLE, journeys);
        Page page = office.page();
        chooses(office, "Sacha", "Appel court", MONDAY.with(DayOfWeek.MONDAY), "18:05");
        radio(page, "par téléphone").check();
        page.locator("[id$=phone]").fill("06 00 00 00 01");
        page.locator("form[id=meeting] .actions [type=submit]").click();
        page.locator(".notice.attention").first().waitFor();
        assertThat(page.locator(".notice.attention").first().innerText()).contains("Lucette");
        assertThat(page.locator("input[type=time]").inputValue()).isEqualTo("18:05");
        Album.keeps(office.screen(), "meeting-overlap");
        office.screen().presses("Prévoir quand même");
        office.goesTo("/meeting/show");
    }

    @Test
    @Order(3)
    void a_series_of_the_quebec_practice_moves_from_one_meeting_on_with_its_count_told(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        Page page = office.page();
        LocalDate tuesday = MONDAY.with(DayOfWeek.TUESDAY);
        chooses(office, "Noa", "Rencontre de soutien", tuesday, "10:00");
        radio(page, "au cabinet").check();
        radio(page, "Toutes les deux semaines").check();
        page.locator("[id$=count]").fill("5");
        saves(office);
        office.screen().opens("/w/maude-lavigne/meeting/calendar?view=day&on=" + tuesday.plusWeeks(4));
        page.locator(".calendar .meeting", new Page.LocatorOptions().setHasText("Noa")).first().click();
        office.goesTo("/meeting/show");
        office.screen().follows("Déplacer ou modifier");
        office.goesTo("/meeting/move");
        page.locator("form[id=move] input[type=time]").fill("15:00");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Celle-ci et les suivantes")).check();
        assertThat(page.locator("label", new Page.LocatorOptions().setHasText("Celle-ci et les suivantes")).innerText()).contains("3 rencontres");
        Album.keeps(office.screen(), "meeting-move");
        saves(office, "form[id=move] .actions [type=submit]");
        office.screen().opens("/w/maude-lavigne/meeting/calendar?view=day&on=" + tuesday.plusWeeks(8));
        assertThat(page.locator(".calendar .meeting", new Page.LocatorOptions().setHasText("Noa")).first().innerText()).contains("15");
        office.screen().opens("/w/maude-lavigne/meeting/calendar?view=day&on=" + tuesday);
        assertThat(page.locator(".calendar .meeting", new Page.LocatorOptions().setHasText("Noa")).first().innerText()).contains("10");
    }

    @Test
    @Order(4)
    void a_client_asks_for_another_time_takes_a_calendar_address_and_loses_it_again(Journeys journeys) {
        Screen phone = journeys.signedIn(Person.NOA, Device.PHONE);
        phone.reads("/c/maude-lavigne/meetings");
        Album.keeps(phone, "portal-meetings");
        phone.page().locator("#upcoming li a").first().click();
        phone.page().waitForURL(url -> url.contains("/meeting?id="));
        phone.writes("Ce qui conviendrait mieux", "Plutôt en fin de journée");
        phone.presses("Demander un autre moment");
        assertThat(phone.words()).contains("Plutôt en fin de journée");
        Album.keeps(phone, "portal-meeting");
        phone.opens("/c/maude-lavigne/meetings");
        phone.presses("Créer une adresse");
        String address = phone.page().locator("#address").innerText().strip();
        APIResponse feed = phone.page().request().get(address);
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.headers().get("content-type")).startsWith("text/calendar");
        assertThat(feed.text()).contains("SUMMARY:Rendez-vous").doesNotContain("Maude").doesNotContain("soutien");
        phone.opens("/c/maude-lavigne/meetings");
        assertThat(phone.page().locator("#address").count()).isZero();
        phone.presses("Fermer l’adresse");
        phone.page().locator("dialog[open] button").last().click();
        phone.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Créer une adresse")).waitFor();
        assertThat(phone.page().request().get(address).status()).isEqualTo(404);

        Office office = Office.of(Person.MAUDE, journeys);
        office.screen().opens("/w/maude-lavigne/today/show");
        assertThat(office.screen().words()).contains("Demande autre chose");
    }

    /** From the calendar's empty hour to the form of a meeting. */
    private static void chooses(Office office, String client, String service, LocalDate day, String time) {
        Page page = office.page();
        office.screen().opens(office.who().home() + "/meeting/record?on=" + day + "&at=" + time);
        page.locator("main .list a", new Page.LocatorOptions().setHasText(client)).first().click();
        office.goesTo("file=");
        office.screen().follows(service);
        page.locator(".choice li", new Page.LocatorOptions().setHasText(service)).locator(".pill").waitFor();
        assertThat(page.locator("form[id=meeting] [id$=date]").inputValue()).isEqualTo(day.toString());
        assertThat(page.locator("input[type=time]").inputValue()).isEqualTo(time);
    }

    /** Saves, and confirms what is pointed out when something is. */
    private static void saves(Office office) {
        saves(office, "form[id=meeting] .actions [type=submit]");
    }

    private static void saves(Office office, String button) {
        Page page = office.page();
        page.locator(button).click();
        Locator told = page.locator(".notice.attention, .lead");
        told.first().waitFor();
        page.waitForLoadState();
        if (!page.url().contains("/meeting/show")) {
            page.locator(".notice.attention").first().waitFor();
            page.locator(button).click();
        }
        office.goesTo("/meeting/show");
    }

    private static Locator radio(Page page, String name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
