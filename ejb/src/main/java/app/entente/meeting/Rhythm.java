package app.entente.meeting;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How often somebody comes, read from the times they came or are to come (rule 13). Local times, so that the hour stays through clock changes.
 *
 * @param round the last time; before it, in their order, those of the same week when several were close together
 * @param weeks weeks from one round to the next
 */
record Rhythm(List<LocalDateTime> round, int weeks) {

    /** How many weeks are looked at for a free time. */
    static final int LOOKED_AT = 12;
    /** Further apart is no rhythm but a pause. */
    private static final int MOST_WEEKS = 4;
    /** Closer together than this, they are several a week; a weekly meeting that was moved by a day or two is not. */
    private static final int DAYS_OF_ONE_ROUND = 4;
    private static final int DAYS_OF_A_WEEK = 7;

    /** The rhythm of some times, the last one first; there is at least one. */
    static Rhythm of(List<LocalDateTime> times) {
        List<LocalDateTime> round = new ArrayList<>(List.of(times.get(0)));
        for (int i = 1; i < times.size() && days(times.get(i), round.get(0)) <= DAYS_OF_ONE_ROUND && days(times.get(i), times.get(0)) < DAYS_OF_A_WEEK; i++) {
            round.add(0, times.get(i));
        }
        // Two in a week may be one that came in between; three, or two in each of two weeks, are not.
        long lately = times.stream().filter(time -> days(time, times.get(0)) < 2 * DAYS_OF_A_WEEK).count();
        boolean often = round.size() > 2 || round.size() > 1 && lately > 3;
        return often ? new Rhythm(round, 1) : new Rhythm(List.of(times.get(0)), weeks(times));
    }

    /** The smaller of the last two distances: one meeting that fell out does not make a rhythm slower. */
    private static int weeks(List<LocalDateTime> times) {
        long weeks = IntStream.range(1, Math.min(times.size(), 3)).mapToLong(i -> Math.round(days(times.get(i), times.get(i - 1)) / (double) DAYS_OF_A_WEEK))
            .min().orElse(1);
        return weeks < 1 || weeks > MOST_WEEKS ? 1 : (int) weeks;
    }

    private static long days(LocalDateTime from, LocalDateTime to) {
        return ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate());
    }

    /** Whether they come several times a week. */
    boolean often() {
        return round.size() > 1;
    }

    /** The times that follow, nearest first: by the rhythm to the first one ahead, and from there week by week. */
    List<LocalDateTime> next(Predicate<LocalDateTime> ahead) {
        int first = weeks;
        while (!ahead.test(round.get(round.size() - 1).plusWeeks(first))) {
            first += weeks;
        }
        return IntStream.range(first, first + LOOKED_AT).boxed().flatMap(week -> later(week)).filter(ahead).toList();
    }

    private Stream<LocalDateTime> later(int week) {
        return round.stream().map(time -> time.plusWeeks(week));
    }
}
