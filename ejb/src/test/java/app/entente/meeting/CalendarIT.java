package app.entente.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.file.Files;
import app.entente.person.PersonDetails;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.Statements;
import app.entente.testing.TestClock;
import app.entente.workspace.Workspaces;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A month full of meetings, read in few statements, and the hours of the practice. */
class CalendarIT {

    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
    private static final int MOST_STATEMENTS = 15;
    private static InWorkspace maude;
    private static UUID file;
    private static Service support;

    @BeforeAll
    static void the_quebec_practice_of_the_demo() throws Exception {
        Features.demo();
        maude = InWorkspace.practitioner(InWorkspace.platform().call(() -> Features.get(Workspaces.class).find("maude-lavigne").getId()));
        PersonDetails details = new PersonDetails();
        details.setGivenName("Rosalie");
        details.setFamilyName("Exemple");
        file = maude.call(() -> Features.get(Files.class).open(details, ""));
        support = maude.call(() -> Features.get(Practices.class).services()).stream().filter(s -> s.getCode().equals("support")).findFirst().orElseThrow();
    }

    @Test
    void a_month_of_two_hundred_meetings_takes_a_handful_of_statements() throws Exception {
        LocalDate first = LocalDate.ofInstant(TestClock.now(), MONTREAL).plusMonths(3).withDayOfMonth(1);
        for (int hour = 8; hour < 16; hour++) {
            LocalDateTime at = first.atTime(LocalTime.of(hour, 0));
            maude.run(() -> Features.get(Bookings.class).book(booking(at, Repeat.weekly(1, Set.of(DayOfWeek.values()), 28, null, at)), true));
        }
        var from = first.atStartOfDay(MONTREAL).toInstant();
        var to = first.plusMonths(1).atStartOfDay(MONTREAL).toInstant();
        assertThat(maude.call(() -> Features.get(Meetings.class).between(from, to))).hasSizeGreaterThanOrEqualTo(200);
        long statements = Statements.during(() -> maude.call(() -> {
            Features.get(Meetings.class).between(from, to);
            return Features.get(OpeningTimes.class).week();
        }));
        assertThat(statements).isBetween(2L, (long) MOST_STATEMENTS);
    }

    @Test
    void booking_a_long_series_asks_once_what_is_in_the_way() throws Exception {
        LocalDateTime at = LocalDate.ofInstant(TestClock.now(), MONTREAL).plusMonths(8).atTime(20, 0);
        Booking booking = booking(at, Repeat.weekly(1, Set.of(), 50, null, at));
        assertThat(Statements.during(() -> maude.call(() -> Features.get(Bookings.class).cautions(booking)))).isLessThanOrEqualTo(MOST_STATEMENTS);
    }

    @Test
    void hours_of_the_week_and_of_a_day_are_kept_and_told() throws Exception {
        LocalDate day = LocalDate.ofInstant(TestClock.now(), MONTREAL).plusDays(40);
        List<OpeningHours> before = maude.call(() -> Features.get(OpeningTimes.class).all()).stream()
            .map(hours -> OpeningHours.weekly(hours.getWeekday(), hours.getOpens(), hours.getCloses())).toList();
        assertThat(before).as("the demo's week").isNotEmpty();
        maude.run(() -> Features.get(OpeningTimes.class).receive(List.of(OpeningHours.weekly(day.getDayOfWeek(), LocalTime.of(9, 0), LocalTime.of(12, 0)))));
        maude.run(() -> Features.get(OpeningTimes.class).except(day.plusWeeks(1), List.of(OpeningHours.once(day.plusWeeks(1), null, null))));
        assertThat(told(day.atTime(10, 0))).isEmpty();
        assertThat(told(day.atTime(11, 30))).containsExactly(Caution.What.CLOSED);
        assertThat(told(day.plusWeeks(1).atTime(10, 0))).containsExactly(Caution.What.CLOSED);
        maude.run(() -> Features.get(OpeningTimes.class).except(day.plusWeeks(1), List.of()));
        assertThat(told(day.plusWeeks(1).atTime(10, 0))).isEmpty();
        maude.run(() -> Features.get(OpeningTimes.class).receive(List.of()));
        assertThat(told(day.atTime(11, 30))).isEmpty();
        maude.run(() -> Features.get(OpeningTimes.class).receive(before));
    }

    @Test
    void a_week_of_the_quebec_practice() throws Exception {
        LocalDateTime tuesday = LocalDate.ofInstant(TestClock.now(), MONTREAL).plusWeeks(20).with(DayOfWeek.TUESDAY).atTime(14, 0);
        UUID first = maude.call(() -> Features.get(Bookings.class).book(booking(tuesday, Repeat.weekly(2, Set.of(), 5, null, tuesday)), true));
        MeetingSeries series = maude.call(() -> Features.get(Meetings.class).series(first));
        assertThat(series.getRepeat().from(series.getFirstLocal())).containsExactly(tuesday, tuesday.plusWeeks(2), tuesday.plusWeeks(4), tuesday.plusWeeks(6),
            tuesday.plusWeeks(8));
        List<MeetingRow> week = maude.call(() -> Features.get(Meetings.class).between(tuesday.minusDays(1).atZone(MONTREAL).toInstant(),
            tuesday.plusDays(6).atZone(MONTREAL).toInstant()));
        assertThat(week).extracting(MeetingRow::id).contains(first);
    }

    private static List<Caution.What> told(LocalDateTime at) throws Exception {
        return maude.call(() -> Features.get(Bookings.class).cautions(booking(at, null))).stream().map(Caution::what).toList();
    }

    private static Booking booking(LocalDateTime at, Repeat repeat) {
        return new Booking(file, support.getId(), at, 50, "office", new Where("Bureau 2", "", "", "", ""), List.of(), repeat);
    }
}
