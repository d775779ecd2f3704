package app.entente.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.file.Files;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.person.PersonDetails;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.TestClock;
import app.entente.workspace.Workspaces;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Series in the real database: booked, moved and cancelled by one, by those that follow and all, with exact counts (rules 8 and 9). */
class SeriesIT {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static InWorkspace camille;
    private static Service session;
    private static Service call;
    private static Service visit;

    @BeforeAll
    static void the_peer_practice_of_the_demo() throws Exception {
        Features.demo();
        UUID tenant = InWorkspace.platform().call(() -> Features.get(Workspaces.class).find("camille-aubry").getId());
        camille = InWorkspace.practitioner(tenant);
        List<Service> services = camille.call(() -> Features.get(Practices.class).services());
        session = named(services, "session");
        call = named(services, "short_call");
        visit = named(services, "home_session");
    }

    @AfterEach
    void the_clock_is_right() {
        TestClock.reset();
    }

    @Test
    void moving_one_leaves_the_others_and_is_an_exception() throws Exception {
        LocalDateTime first = next(DayOfWeek.TUESDAY, 11);
        List<UUID> series = series(file(), first, 4);
        assertThat(counts(series.get(1), false)).containsExactly(new Reach.Count(Reach.ONE, 1, 0, 0), new Reach.Count(Reach.FOLLOWING, 3, 0, 0),
            new Reach.Count(Reach.ALL, 4, 0, 0));
        move(series.get(1), Reach.ONE, first.plusWeeks(1).plusDays(1).withHour(15), 1);
        assertThat(times(series)).containsExactly(first, first.plusWeeks(1).plusDays(1).withHour(15), first.plusWeeks(2), first.plusWeeks(3));
        assertThat(counts(series.get(0), false).get(2)).isEqualTo(new Reach.Count(Reach.ALL, 3, 1, 0));
        assertThat(counts(series.get(0), true).get(2)).isEqualTo(new Reach.Count(Reach.ALL, 4, 0, 0));
    }

    @Test
    void moving_those_that_follow_splits_the_series_and_keeps_the_exception() throws Exception {
        LocalDateTime first = next(DayOfWeek.TUESDAY, 11);
        List<UUID> series = series(file(), first, 6);
        LocalDateTime exception = first.plusWeeks(4).plusDays(2);
        move(series.get(4), Reach.ONE, exception, 1);
        UUID before = camille.call(() -> Features.get(Meetings.class).series(series.get(0)).getId());
        move(series.get(2), Reach.FOLLOWING, first.plusWeeks(2).plusDays(1).withHour(9), 3);
        assertThat(times(series)).containsExactly(first, first.plusWeeks(1), first.plusWeeks(2).plusDays(1).withHour(9),
            first.plusWeeks(3).plusDays(1).withHour(9), exception, first.plusWeeks(5).plusDays(1).withHour(9));
        MeetingSeries old = camille.call(() -> Features.get(Meetings.class).series(series.get(0)));
        MeetingSeries next = camille.call(() -> Features.get(Meetings.class).series(series.get(4)));
        assertThat(old.getId()).isEqualTo(before);
        assertThat(old.getEndedBefore()).isEqualTo(first.plusWeeks(2));
        assertThat(next.getPreviousId()).isEqualTo(before);
        assertThat(next.getRepeat().from(next.getFirstLocal())).hasSize(4).first().isEqualTo(first.plusWeeks(2).plusDays(1).withHour(9));
        assertThat(counts(series.get(2), false).get(1)).isEqualTo(new Reach.Count(Reach.FOLLOWING, 3, 1, 0));
    }

    @Test
    void moving_all_moves_what_is_to_come_and_nothing_that_was_held() throws Exception {
        LocalDateTime first = next(DayOfWeek.THURSDAY, 10);
        List<UUID> series = series(file(), first, 5);
        TestClock.advance(Duration.between(TestClock.now(), first.plusWeeks(1).plusHours(2).atZone(PARIS).toInstant()));
        camille.run(() -> Features.get(Meetings.class).hold(series.get(0)));
        assertThat(counts(series.get(3), false).get(2)).isEqualTo(new Reach.Count(Reach.ALL, 3, 0, 2));
        move(series.get(3), Reach.ALL, first.plusWeeks(3).withHour(16), 3);
        assertThat(times(series)).containsExactly(first, first.plusWeeks(1), first.plusWeeks(2).withHour(16), first.plusWeeks(3).withHour(16),
            first.plusWeeks(4).withHour(16));
        refused("meeting.settled", () -> camille.call(() -> Features.get(Moves.class).move(series.get(0), Reach.ONE, first.plusWeeks(9), 1)));
    }

    @Test
    void a_number_that_is_no_longer_true_is_refused_and_nothing_moves() throws Exception {
        LocalDateTime first = next(DayOfWeek.MONDAY, 8);
        List<UUID> series = series(file(), first, 3);
        camille.run(() -> Features.get(Moves.class).cancel(series.get(2), Reach.ONE, false, "", 1));
        refused("meeting.changed_meanwhile", () -> camille.call(() -> Features.get(Moves.class).move(series.get(0), Reach.ALL, first.plusDays(1), 3)));
        assertThat(times(series)).containsExactly(first, first.plusWeeks(1), first.plusWeeks(2));
    }

    @Test
    void cancelling_those_that_follow_cancels_exactly_them() throws Exception {
        LocalDateTime first = next(DayOfWeek.WEDNESDAY, 13);
        List<UUID> series = series(file(), first, 5);
        int cancelled = camille.call(() -> Features.get(Moves.class).cancel(series.get(3), Reach.FOLLOWING, true, "Déménagement", 2));
        assertThat(cancelled).isEqualTo(2);
        assertThat(statuses(series)).containsExactly("booked", "booked", "booked", "cancelled_by_client", "cancelled_by_client");
        assertThat(counts(series.get(0), true).get(2)).isEqualTo(new Reach.Count(Reach.ALL, 3, 0, 2));
        assertThat(camille.call(() -> Features.get(Moves.class).cancel(series.get(0), Reach.ALL, false, "", 3))).isEqualTo(3);
    }

    @Test
    void a_week_of_crisis_is_three_short_calls_and_a_visit_in_melun() throws Exception {
        UUID file = file();
        LocalDateTime monday = next(DayOfWeek.MONDAY, 18);
        UUID first = camille.call(() -> Features.get(Bookings.class).book(new Booking(file, call.getId(), monday, 15, "phone",
            new Where("", "", "", "", "06 00 00 00 00"), List.of(), Repeat.weekly(1, Set.of(DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY), 3, null, monday)), true));
        UUID melun = camille.call(() -> Features.get(Bookings.class).book(new Booking(file, visit.getId(), monday.plusDays(3).withHour(10), 45, "home",
            new Where("8, allée de l’Exemple", "77000", "Melun", "", ""), List.of(), null), true));
        assertThat(camille.call(() -> Features.get(Meetings.class).row(melun)).travelMinutes()).isEqualTo(30);
        assertThat(camille.call(() -> Features.get(Meetings.class).series(first)).getRepeat().getDays())
            .containsExactly(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
        refused("service.not_served", () -> camille.call(() -> Features.get(Bookings.class).book(new Booking(file, visit.getId(), monday.plusDays(4), 45,
            "home", new Where("1, rue de l’Exemple", "75011", "Paris", "", ""), List.of(), null), true)));
        refused("meeting.no_address", () -> camille.call(() -> Features.get(Bookings.class).book(new Booking(file, visit.getId(), monday.plusDays(4), 45,
            "home", new Where("", "77000", "Melun", "", ""), List.of(), null), true)));
        refused("service.too_long", () -> camille.call(() -> Features.get(Bookings.class).book(new Booking(file, session.getId(), monday, 46, "video",
            Where.at("", ""), List.of(), null), true)));
        refused("meeting.link_unreadable", () -> camille.call(() -> Features.get(Bookings.class).book(new Booking(file, session.getId(), monday, 45, "video",
            new Where("", "", "", "http://example.org", ""), List.of(), null), true)));
    }

    @Test
    void what_is_in_the_way_is_told_and_must_be_confirmed() throws Exception {
        LocalDateTime when = next(DayOfWeek.SATURDAY, 21);
        UUID file = file();
        series(file, when, 2);
        Booking same = new Booking(file, session.getId(), when.plusMinutes(30), 45, "video", new Where("", "", "", "https://visio.example/abc", ""), List.of(),
            Repeat.weekly(1, List.of(), 3, null, when));
        assertThat(camille.call(() -> Features.get(Bookings.class).cautions(same))).extracting(Caution::what).filteredOn(what -> what != Caution.What.CLOSED)
            .containsExactly(Caution.What.OVERLAP, Caution.What.OVERLAP);
        refused("meeting.look_again", () -> camille.call(() -> Features.get(Bookings.class).book(same, false)));
        assertThat(camille.call(() -> Features.get(Bookings.class).book(same, true))).isNotNull();
    }

    @Test
    void several_people_of_the_file_may_be_expected_and_nobody_else() throws Exception {
        UUID file = file();
        UUID client = camille.call(() -> Features.get(Files.class).client(file).getId());
        LocalDateTime when = next(DayOfWeek.SUNDAY, 7);
        UUID meeting = camille.call(() -> Features.get(Bookings.class).book(new Booking(file, session.getId(), when, 45, "video", Where.at("", ""),
            List.of(client), null), true));
        assertThat(camille.call(() -> Features.get(Meetings.class).attendees(meeting))).extracting(person -> person.getId()).containsExactly(client);
        assertThatThrownBy(() -> camille.call(() -> Features.get(Bookings.class).book(new Booking(file, session.getId(), when, 45, "video", Where.at("", ""),
            List.of(client, UUID.randomUUID()), null), true))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_series_of_another_workspace_is_not_found() throws Exception {
        List<UUID> series = series(file(), next(DayOfWeek.MONDAY, 7), 2);
        InWorkspace elsewhere = InWorkspace.practitioner(RealDatabase.get().newWorkspace("FR"));
        assertThatThrownBy(() -> elsewhere.call(() -> Features.get(Moves.class).counts(series.get(0), false))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> elsewhere.call(() -> Features.get(Moves.class).cancel(series.get(0), Reach.ALL, false, "", 2))).isInstanceOf(NotFound.class);
    }

    private static List<UUID> series(UUID file, LocalDateTime first, int count) throws Exception {
        UUID id = camille.call(() -> Features.get(Bookings.class).book(new Booking(file, session.getId(), first, 45, "video",
            new Where("", "", "", "https://visio.example/abc", ""), List.of(), Repeat.weekly(1, Set.of(), count, null, first)), true));
        UUID series = camille.call(() -> Features.get(Meetings.class).row(id)).seriesId();
        return camille.call(() -> Features.get(Meetings.class).ofFile(file)).stream().filter(row -> series.equals(row.seriesId()))
            .sorted(java.util.Comparator.comparing(MeetingRow::startsAt)).map(MeetingRow::id).toList();
    }

    private static List<Reach.Count> counts(UUID meeting, boolean cancelling) throws Exception {
        return camille.call(() -> Features.get(Moves.class).counts(meeting, cancelling));
    }

    private static void move(UUID meeting, Reach reach, LocalDateTime to, int expected) throws Exception {
        assertThat(camille.call(() -> Features.get(Moves.class).move(meeting, reach, to, expected))).isEqualTo(expected);
    }

    private static List<LocalDateTime> times(List<UUID> meetings) throws Exception {
        List<LocalDateTime> times = new java.util.ArrayList<>();
        for (UUID meeting : meetings) {
            times.add(camille.call(() -> Features.get(Meetings.class).find(meeting)).getLocal());
        }
        return times;
    }

    private static List<String> statuses(List<UUID> meetings) throws Exception {
        List<String> statuses = new java.util.ArrayList<>();
        for (UUID meeting : meetings) {
            statuses.add(camille.call(() -> Features.get(Meetings.class).row(meeting)).status());
        }
        return statuses;
    }

    private static UUID file() throws Exception {
        PersonDetails details = new PersonDetails();
        details.setGivenName("Inès");
        details.setFamilyName("Exemple");
        return camille.call(() -> Features.get(Files.class).open(details, ""));
    }

    private static LocalDateTime next(DayOfWeek day, int hour) {
        return LocalDate.ofInstant(TestClock.now(), PARIS).with(TemporalAdjusters.next(day)).atTime(LocalTime.of(hour, 0));
    }

    private static Service named(List<Service> services, String code) {
        return services.stream().filter(service -> service.getCode().equals(code)).findFirst().orElseThrow();
    }

    private static void refused(String code, Callable<?> call) {
        assertThatThrownBy(call::call).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
