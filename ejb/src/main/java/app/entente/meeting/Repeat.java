package app.entente.meeting;

import app.entente.kernel.BusinessRuleViolation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;

/**
 * How a meeting repeats, every week or every few weeks on some days at the same local time: an RFC 5545 rule, carried out by a library that knows them.
 *
 * @param rule the rule as RFC 5545 writes it; local time without a zone
 */
public record Repeat(String rule) {

    /** No series has more meetings than this. */
    public static final int MOST = 104;
    private static final int MOST_WEEKS_APART = 12;
    private static final int LONGEST_YEARS = 2;
    private static final List<String> CODES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    /**
     * A rule by number of meetings or last day; refused with {@code meeting.series_end} unless exactly one of the two is given, and with
     * {@code meeting.series_long} beyond 104 meetings, two years or twelve weeks between two.
     *
     * @param weeks one for every week, two for every second one
     * @param days on which days; with none, that of the first meeting
     * @param count number of meetings, the first one included; null when a last day is given
     * @param until last day; null when a number is given
     */
    public static Repeat weekly(int weeks, Collection<DayOfWeek> days, Integer count, LocalDate until, LocalDateTime first) {
        if ((count == null) == (until == null) || count != null && count < 1 || until != null && until.isBefore(first.toLocalDate())) {
            throw new BusinessRuleViolation("meeting.series_end").at("count");
        }
        boolean far = until != null && until.isAfter(first.toLocalDate().plusYears(LONGEST_YEARS));
        if (weeks < 1 || weeks > MOST_WEEKS_APART || count != null && count > MOST || far) {
            throw new BusinessRuleViolation("meeting.series_long", MOST).at("count");
        }
        Set<DayOfWeek> on = EnumSet.of(first.getDayOfWeek());
        on.addAll(days);
        Repeat repeat = new Repeat("FREQ=WEEKLY;WKST=MO;INTERVAL=" + weeks + ";BYDAY=" + byDay(on)
            + (count == null ? ";UNTIL=" + until.toString().replace("-", "") + "T235959" : ";COUNT=" + count));
        if (repeat.from(first).size() > MOST) {
            throw new BusinessRuleViolation("meeting.series_long", MOST).at("count");
        }
        return repeat;
    }

    /** The local times of the rule, the first one given; at most one more than a series may have. */
    public List<LocalDateTime> from(LocalDateTime first) {
        return new Recur<LocalDateTime>(rule).getDates(first, first, first.plusYears(LONGEST_YEARS * (long) MOST_WEEKS_APART), MOST + 1);
    }

    /** The same rule on other days: each day moved by that many, and ending with that many meetings. */
    Repeat moved(long days, int count) {
        Recur<LocalDateTime> recur = new Recur<>(rule);
        // The week turns with its days, so that two days of one round stay in one round every second week.
        DayOfWeek start = DayOfWeek.of(CODES.indexOf(recur.getWeekStartDay().getDay().name()) + 1).plus(days);
        Set<DayOfWeek> on = getDays().stream().map(day -> day.plus(days)).collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
        return new Repeat("FREQ=WEEKLY;WKST=" + CODES.get(start.getValue() - 1) + ";INTERVAL=" + Math.max(1, recur.getInterval()) + ";BYDAY=" + byDay(on) + ";COUNT=" + count);
    }

    /** Weeks between two rounds. */
    public int getWeeks() {
        return Math.max(1, new Recur<LocalDateTime>(rule).getInterval());
    }

    /** Its days of the week, Monday first. */
    public Set<DayOfWeek> getDays() {
        return new Recur<LocalDateTime>(rule).getDayList().stream().map(day -> CODES.indexOf(day.getDay().name())).map(index -> DayOfWeek.of(index + 1))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    private static String byDay(Set<DayOfWeek> days) {
        return days.stream().sorted().map(day -> CODES.get(day.getValue() - 1)).collect(Collectors.joining(","));
    }
}
