package app.entente.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is told before a meeting is booked (rule 7). */
class CautionsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
    private static final OpeningWeek ANY = new OpeningWeek(List.of());

    @Test
    void meetings_one_after_the_other_are_no_overlap_and_a_minute_earlier_they_are() {
        assertThat(told(slot("10:00", 45, 0), slot("10:45", 45, 0))).isEmpty();
        assertThat(told(slot("10:00", 45, 0), slot("10:44", 45, 0))).containsExactly(Caution.What.OVERLAP);
        assertThat(told(slot("10:00", 45, 0), slot("09:16", 45, 0))).containsExactly(Caution.What.OVERLAP);
        assertThat(told(slot("10:00", 60, 0), slot("10:15", 15, 0))).containsExactly(Caution.What.OVERLAP);
    }

    @Test
    void the_road_is_kept_free_before_and_after_a_visit() {
        Slot visit = slot("10:30", 45, 30);
        assertThat(told(visit, slot("11:44", 15, 0))).containsExactly(Caution.What.ROAD);
        assertThat(told(visit, slot("11:45", 15, 0))).isEmpty();
        assertThat(told(visit, slot("09:46", 15, 0))).containsExactly(Caution.What.ROAD);
        assertThat(told(visit, slot("09:45", 15, 0))).isEmpty();
    }

    @Test
    void the_road_of_the_visit_that_is_there_counts_as_well() {
        assertThat(told(slot("11:30", 45, 0), slot("10:30", 45, 30))).containsExactly(Caution.What.ROAD);
    }

    @Test
    void two_visits_in_a_row_need_one_road_between_them() {
        assertThat(told(slot("10:00", 45, 30), slot("11:15", 45, 30))).isEmpty();
        assertThat(told(slot("10:00", 45, 30), slot("11:14", 45, 30))).containsExactly(Caution.What.ROAD);
    }

    @Test
    void what_moves_itself_is_not_in_the_way() {
        Slot mine = slot("10:00", 45, 0);
        Cautions cautions = new Cautions(List.of(mine), Set.of(mine.id()), ANY, PARIS);
        assertThat(cautions.of(List.of(slot("10:15", 45, 0)))).isEmpty();
    }

    @Test
    void hours_of_the_practice_are_told_and_those_of_a_single_day_win() {
        OpeningWeek thursdays = new OpeningWeek(List.of(OpeningHours.weekly(DayOfWeek.THURSDAY, LocalTime.of(9, 0), LocalTime.of(12, 0)),
            OpeningHours.once(DAY.plusWeeks(1), null, null), OpeningHours.once(DAY.plusDays(1), LocalTime.of(18, 0), LocalTime.of(20, 0))));
        Cautions cautions = new Cautions(List.of(), Set.of(), thursdays, PARIS);
        assertThat(cautions.of(List.of(slot("11:15", 45, 0)))).isEmpty();
        assertThat(cautions.of(List.of(slot("11:16", 45, 0)))).extracting(Caution::what).containsExactly(Caution.What.CLOSED);
        assertThat(cautions.of(List.of(slot("08:59", 45, 0)))).hasSize(1);
        assertThat(thursdays.holds(DAY.plusWeeks(1), LocalTime.of(10, 0), 30)).isFalse();
        assertThat(thursdays.holds(DAY.plusDays(1), LocalTime.of(18, 0), 30)).isTrue();
        assertThat(thursdays.holds(DAY.plusDays(2), LocalTime.of(10, 0), 30)).isFalse();
        assertThat(ANY.holds(DAY, LocalTime.of(3, 0), 30)).isTrue();
    }

    @Test
    void a_visit_after_a_clock_change_is_compared_by_instants() {
        Slot night = new Slot(UUID.randomUUID(), Meeting.instant(LocalDateTime.of(2026, 10, 25, 2, 30), PARIS), 45, 0, "Noa");
        Slot after = new Slot(UUID.randomUUID(), Meeting.instant(LocalDateTime.of(2026, 10, 25, 3, 0), PARIS), 45, 0, null);
        assertThat(new Cautions(List.of(night), Set.of(), ANY, PARIS).of(List.of(after))).isEmpty();
    }

    private static List<Caution.What> told(Slot wanted, Slot there) {
        return new Cautions(List.of(there), Set.of(), ANY, PARIS).of(List.of(wanted)).stream().map(Caution::what).toList();
    }

    private static Slot slot(String time, int minutes, int travel) {
        Instant start = Meeting.instant(DAY.atTime(LocalTime.parse(time)), PARIS);
        return new Slot(UUID.randomUUID(), start, minutes, travel, "Noa Tremblay");
    }
}
