package app.entente.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.kernel.BusinessRuleViolation;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series in local time: how many meetings, on which days, at which instant. */
class RepeatTest {

    private static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 12, 1, 14, 0);

    @Test
    void weekly_five_times_is_five_tuesdays() {
        assertThat(Repeat.weekly(1, Set.of(), 5, null, TUESDAY).from(TUESDAY)).containsExactly(TUESDAY, TUESDAY.plusWeeks(1), TUESDAY.plusWeeks(2),
            TUESDAY.plusWeeks(3), TUESDAY.plusWeeks(4));
    }

    @Test
    void every_second_week_until_a_day_includes_that_day() {
        List<LocalDateTime> times = Repeat.weekly(2, Set.of(), null, LocalDate.of(2026, 12, 29), TUESDAY).from(TUESDAY);
        assertThat(times).containsExactly(TUESDAY, TUESDAY.plusWeeks(2), TUESDAY.plusWeeks(4));
    }

    @Test
    void three_short_calls_a_week_fall_on_their_days_and_are_counted_together() {
        LocalDateTime wednesday = LocalDateTime.of(2026, 11, 25, 18, 0);
        List<LocalDateTime> calls = Repeat.weekly(1, Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY), 6, null, wednesday).from(wednesday);
        assertThat(calls).extracting(LocalDateTime::toLocalDate).extracting(LocalDate::getDayOfMonth).containsExactly(25, 27, 30, 2, 4, 7);
        assertThat(calls).extracting(LocalDateTime::toLocalTime).containsOnly(LocalTime.of(18, 0));
    }

    @Test
    void the_day_of_the_first_meeting_is_always_one_of_them() {
        assertThat(Repeat.weekly(1, Set.of(DayOfWeek.THURSDAY), 2, null, TUESDAY).from(TUESDAY)).containsExactly(TUESDAY, TUESDAY.plusDays(2));
    }

    @Test
    void an_end_is_asked_for_and_only_one() {
        refused("meeting.series_end", null, null);
        refused("meeting.series_end", 3, LocalDate.of(2027, 1, 1));
        refused("meeting.series_end", 0, null);
        refused("meeting.series_end", null, LocalDate.of(2026, 11, 30));
        refused("meeting.series_long", 105, null);
        refused("meeting.series_long", null, LocalDate.of(2028, 12, 2));
        assertThat(Repeat.weekly(1, Set.of(), 104, null, TUESDAY).from(TUESDAY)).hasSize(104);
    }

    @Test
    void too_many_days_until_the_end_are_refused_and_not_cut() {
        assertThatThrownBy(() -> Repeat.weekly(1, Set.of(DayOfWeek.values()), null, LocalDate.of(2028, 1, 1), TUESDAY))
            .isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo("meeting.series_long"));
    }

    @Test
    void a_rule_moved_by_days_keeps_its_rounds_together() {
        LocalDateTime monday = LocalDateTime.of(2026, 11, 30, 9, 0);
        Repeat everySecond = Repeat.weekly(2, Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 6, null, monday);
        LocalDateTime thursday = monday.plusDays(3);
        List<LocalDateTime> moved = everySecond.moved(3, 6).from(thursday);
        assertThat(moved).isEqualTo(everySecond.from(monday).stream().map(time -> time.plusDays(3)).toList());
        assertThat(everySecond.moved(3, 6).getDays()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
        assertThat(everySecond.moved(3, 6).getWeeks()).isEqualTo(2);
    }

    @Test
    void a_rule_reads_back_what_it_was_made_of() {
        Repeat repeat = Repeat.weekly(2, Set.of(DayOfWeek.FRIDAY), 4, null, TUESDAY);
        assertThat(repeat.getWeeks()).isEqualTo(2);
        assertThat(repeat.getDays()).containsExactly(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY);
        assertThat(repeat.rule()).isEqualTo("FREQ=WEEKLY;WKST=MO;INTERVAL=2;BYDAY=TU,FR;COUNT=4");
    }

    @ParameterizedTest(name = "across {0} in {1} the hour stays")
    @CsvSource({
        // The eight changes of 2026 and 2027: the Sunday, the zone, the offset before and after, in hours.
        "2026-03-08, America/Toronto, -5, -4", "2026-11-01, America/Toronto, -4, -5",
        "2027-03-14, America/Toronto, -5, -4", "2027-11-07, America/Toronto, -4, -5",
        "2026-03-29, Europe/Paris, 1, 2", "2026-10-25, Europe/Paris, 2, 1",
        "2027-03-28, Europe/Paris, 1, 2", "2027-10-31, Europe/Paris, 2, 1"})
    void the_hour_stays_across_a_clock_change(LocalDate change, ZoneId zone, int before, int after) {
        LocalDateTime first = change.minusDays(5).atTime(17, 0);
        List<LocalDateTime> times = Repeat.weekly(1, Set.of(), 3, null, first).from(first);
        assertThat(times).extracting(LocalDateTime::toLocalTime).containsOnly(LocalTime.of(17, 0));
        List<Instant> instants = times.stream().map(time -> Meeting.instant(time, zone)).toList();
        assertThat(instants).containsExactly(first.atOffset(java.time.ZoneOffset.ofHours(before)).toInstant(),
            first.plusWeeks(1).atOffset(java.time.ZoneOffset.ofHours(after)).toInstant(), first.plusWeeks(2).atOffset(java.time.ZoneOffset.ofHours(after)).toInstant());
    }

    @ParameterizedTest(name = "on {0} at {2} in {1}")
    @CsvSource({
        // A series on the very Sunday of a change: what is skipped is put after it, what comes twice is the first.
        "2027-03-14, America/Toronto, 02:30, 2027-03-14T07:30:00Z", "2026-11-01, America/Toronto, 01:30, 2026-11-01T05:30:00Z",
        "2027-03-28, Europe/Paris, 02:30, 2027-03-28T01:30:00Z", "2026-10-25, Europe/Paris, 02:30, 2026-10-25T00:30:00Z"})
    void a_series_on_the_night_of_a_change_meets_once(LocalDate change, ZoneId zone, LocalTime at, Instant instant) {
        LocalDateTime first = change.minusWeeks(1).atTime(at);
        List<Instant> instants = Repeat.weekly(1, Set.of(), 3, null, first).from(first).stream().map(time -> Meeting.instant(time, zone)).toList();
        assertThat(instants).hasSize(3).doesNotHaveDuplicates();
        assertThat(instants.get(1)).isEqualTo(instant);
    }

    private static void refused(String code, Integer count, LocalDate until) {
        assertThatThrownBy(() -> Repeat.weekly(1, Set.of(), count, until, TUESDAY))
            .isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
