package app.entente.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The times that a rhythm leads to (rule 13). */
class RhythmTest {

    @Test
    void one_meeting_is_followed_a_week_later_at_the_same_hour() {
        assertThat(next("2026-12-01T15:00", "2026-12-01T14:00")).isEqualTo("2026-12-08T14:00");
        assertThat(times("2026-12-01T15:00", "2026-12-01T14:00")).hasSize(Rhythm.LOOKED_AT).element(1).isEqualTo(LocalDateTime.parse("2026-12-15T14:00"));
    }

    @Test
    void meetings_two_weeks_apart_are_followed_two_weeks_later_and_then_week_by_week() {
        assertThat(times("2026-12-01T15:00", "2026-12-01T14:00", "2026-11-17T14:00", "2026-11-03T14:00").subList(0, 2))
            .containsExactly(LocalDateTime.parse("2026-12-15T14:00"), LocalDateTime.parse("2026-12-22T14:00"));
        assertThat(next("2026-12-01T15:00", "2026-12-01T14:00", "2026-11-16T10:00")).as("fifteen days").isEqualTo("2026-12-15T14:00");
    }

    @Test
    void a_weekly_rhythm_is_not_slowed_by_one_meeting_that_fell_out() {
        assertThat(next("2026-12-01T15:00", "2026-12-01T14:00", "2026-11-17T14:00", "2026-11-10T14:00")).isEqualTo("2026-12-08T14:00");
    }

    @Test
    void meetings_a_month_apart_are_followed_four_weeks_later_and_a_pause_is_no_rhythm() {
        assertThat(next("2026-12-01T15:00", "2026-12-01T14:00", "2026-11-03T14:00")).isEqualTo("2026-12-29T14:00");
        assertThat(next("2026-12-01T15:00", "2026-12-01T14:00", "2026-09-01T14:00")).isEqualTo("2026-12-08T14:00");
    }

    @Test
    void after_a_pause_the_rhythm_goes_on_to_the_first_time_ahead() {
        assertThat(next("2026-12-01T13:59", "2026-11-10T14:00")).as("today, not begun yet").isEqualTo("2026-12-01T14:00");
        assertThat(next("2026-12-01T14:00", "2026-11-10T14:00")).as("begun").isEqualTo("2026-12-08T14:00");
        assertThat(next("2026-11-25T09:00", "2026-11-10T14:00", "2026-10-27T14:00")).as("every second week").isEqualTo("2026-12-08T14:00");
    }

    @Test
    void what_is_booked_already_is_followed_by_what_comes_after_it() {
        assertThat(next("2026-12-01T15:00", "2026-12-15T14:00", "2026-12-08T14:00")).isEqualTo("2026-12-22T14:00");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-04,2026-12-02,2026-11-30,2026-12-07", "2026-12-02,2026-11-30,2026-11-27,2026-12-04", "2026-11-30,2026-11-27,2026-11-25,2026-12-02"})
    void the_next_of_several_calls_a_week_is_the_next_of_their_days(String last, String before, String first, String next) {
        assertThat(next(last + "T18:40", last + "T18:00", before + "T18:00", first + "T18:00")).isEqualTo(next + "T18:00");
    }

    @Test
    void two_a_week_are_a_rhythm_from_the_second_week_on() {
        assertThat(next("2026-12-04T11:00", "2026-12-04T10:00", "2026-12-01T10:00", "2026-11-27T10:00", "2026-11-24T10:00")).isEqualTo("2026-12-08T10:00");
        assertThat(next("2026-12-04T11:00", "2026-12-04T10:00", "2026-12-01T10:00", "2026-11-24T10:00")).as("one came in between").isEqualTo("2026-12-11T10:00");
    }

    @Test
    void a_weekly_meeting_that_was_moved_by_a_day_is_not_several_a_week() {
        assertThat(next("2026-11-30T15:00", "2026-11-30T14:00", "2026-11-24T14:00", "2026-11-17T14:00")).isEqualTo("2026-12-07T14:00");
    }

    @ParameterizedTest
    @CsvSource({"America/Toronto,2026-03-03T10:00,2026-03-10T10:00", "America/Toronto,2026-10-27T10:00,2026-11-03T10:00",
        "Europe/Paris,2026-03-24T10:00,2026-03-31T10:00", "Europe/Paris,2026-10-20T10:00,2026-10-27T10:00", "Europe/Paris,2027-03-23T10:00,2027-03-30T10:00",
        "America/Toronto,2027-03-09T10:00,2027-03-16T10:00"})
    void the_hour_stays_through_the_clock_changes_of_montreal_and_paris(String place, String last, String next) {
        ZoneId zone = ZoneId.of(place);
        Instant held = LocalDateTime.parse(last).atZone(zone).toInstant();
        LocalDateTime local = Rhythm.of(List.of(held.atZone(zone).toLocalDateTime())).next(time -> Meeting.instant(time, zone).isAfter(held)).get(0);
        assertThat(local).isEqualTo(next);
        assertThat(Duration.between(held, Meeting.instant(local, zone))).as("a week and not a week of hours").isNotEqualTo(Duration.ofDays(7));
    }

    private static LocalDateTime next(String now, String... times) {
        return times(now, times).get(0);
    }

    private static List<LocalDateTime> times(String now, String... times) {
        Stream<LocalDateTime> before = Arrays.stream(times).map(LocalDateTime::parse);
        return Rhythm.of(before.toList()).next(time -> time.isAfter(LocalDateTime.parse(now)));
    }
}
