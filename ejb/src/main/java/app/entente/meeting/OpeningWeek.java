package app.entente.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** When the practice receives, day by day; with no hours at all nobody has said so, and every hour is as good as another. */
public final class OpeningWeek {

    private final List<OpeningHours> hours;

    public OpeningWeek(List<OpeningHours> hours) {
        this.hours = List.copyOf(hours);
    }

    /** A time of a day. */
    public record Span(LocalTime opens, LocalTime closes) {
    }

    /** Whether nobody has said when the practice receives. */
    public boolean isUnknown() {
        return hours.isEmpty();
    }

    /** The hours of a day: its own when it has some, else those of its day of the week. */
    public List<Span> on(LocalDate day) {
        List<OpeningHours> own = hours.stream().filter(h -> day.equals(h.getDay())).toList();
        List<OpeningHours> valid = own.isEmpty() ? hours.stream().filter(h -> h.getWeekday() == day.getDayOfWeek()).toList() : own;
        return valid.stream().filter(h -> !h.isClosed()).map(h -> new Span(h.getOpens(), h.getCloses()))
            .sorted(java.util.Comparator.comparing(Span::opens)).toList();
    }

    /** Whether a meeting of that day lies within one span of hours. */
    public boolean holds(LocalDate day, LocalTime begins, int minutes) {
        int start = begins.toSecondOfDay() / 60;
        return isUnknown() || on(day).stream().anyMatch(span -> span.opens().toSecondOfDay() / 60 <= start
            && start + minutes <= span.closes().toSecondOfDay() / 60);
    }
}
