package app.entente.web.meeting;

import app.entente.meeting.Repeat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The part of a form that asks whether and how a meeting repeats. */
public class RepeatForm {

    private final Locale locale;
    private int weeks;
    private List<String> days = new ArrayList<>();
    private Integer count;
    private LocalDate until;

    RepeatForm(Locale locale) {
        this.locale = locale;
    }

    /** The rule from a first meeting on, refused as {@link Repeat#weekly} says; null for a single meeting. */
    Repeat from(LocalDateTime first) {
        return weeks == 0 ? null : Repeat.weekly(weeks, days.stream().map(DayOfWeek::valueOf).toList(), count, until, first);
    }

    /** 0 for a single meeting, else weeks between two. */
    public int getWeeks() {
        return weeks;
    }

    public void setWeeks(int weeks) {
        this.weeks = weeks;
    }

    /** The days of the week, to choose more of. */
    public List<DayOfWeek> getWeekdays() {
        return List.of(DayOfWeek.values());
    }

    /** A day of the week in words. */
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    public List<String> getDays() {
        return days;
    }

    public void setDays(List<String> days) {
        this.days = days;
    }

    /** Number of meetings; null when a last day is given. */
    public Integer getCount() {
        return count;
    }

    public void setCount(Integer count) {
        this.count = count;
    }

    /** Last day; null when a number is given. */
    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }
}
