package app.entente.web.meeting;

import app.entente.kernel.LongDate;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.Meetings;
import app.entente.meeting.OpeningTimes;
import app.entente.meeting.OpeningWeek;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The calendar of a day, a week or a month: {@code ?view=week&on=2026-11-23}. Everything is of the practice's zone. */
@Named
@RequestScoped
public class MeetingCalendar {

    private static final int MORNING = 8;
    private static final int EVENING = 18;

    @Inject
    private Meetings meetings;
    @Inject
    private OpeningTimes openingTimes;
    @Inject
    private Here here;
    @Inject
    private Clock clock;
    @Inject
    private HttpServletRequest request;
    private String view;
    private LocalDate on;
    private LocalDate today;
    private List<CalendarDay> days;
    private List<Integer> hours;
    private boolean blank;

    @PostConstruct
    void load() {
        ZonedDateTime now = clock.instant().atZone(here.getZone());
        today = now.toLocalDate();
        String asked = request.getParameter("view");
        view = "day".equals(asked) || "month".equals(asked) ? asked : "week";
        on = day(request.getParameter("on"));
        LocalDate first = first();
        LocalDate end = end(first);
        List<MeetingRow> rows = meetings.between(first.atStartOfDay(here.getZone()).toInstant(), end.atStartOfDay(here.getZone()).toInstant());
        blank = rows.isEmpty();
        OpeningWeek week = openingTimes.week();
        int from = rows.stream().mapToInt(row -> row.startsAt().atZone(here.getZone()).getHour()).reduce(opens(week, first, end), Math::min);
        int to = rows.stream().mapToInt(row -> lastHour(row)).reduce(closes(week, first, end), Math::max);
        hours = java.util.stream.IntStream.range(from, to).boxed().toList();
        Map<LocalDate, List<MeetingRow>> byDay = rows.stream().collect(Collectors.groupingBy(row -> row.startsAt().atZone(here.getZone()).toLocalDate()));
        days = first.datesUntil(end).map(date -> CalendarDay.of(date, byDay.getOrDefault(date, List.of()), week, from, to, now,
            !"month".equals(view) || date.getMonth() == on.getMonth())).toList();
    }

    private LocalDate day(String text) {
        try {
            LocalDate day = text == null || text.isBlank() ? today : LocalDate.parse(text);
            return day.getYear() < 1900 || day.getYear() > 2200 ? today : day;
        } catch (DateTimeException e) {
            return today;
        }
    }

    private LocalDate first() {
        return switch (view) {
            case "day" -> on;
            case "month" -> monday(on.withDayOfMonth(1));
            default -> monday(on);
        };
    }

    private LocalDate end(LocalDate first) {
        return switch (view) {
            case "day" -> on.plusDays(1);
            case "month" -> monday(on.with(TemporalAdjusters.lastDayOfMonth())).plusWeeks(1);
            default -> first.plusWeeks(1);
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private int lastHour(MeetingRow row) {
        ZonedDateTime end = row.endsAt().atZone(here.getZone());
        boolean nextDay = !end.toLocalDate().equals(row.startsAt().atZone(here.getZone()).toLocalDate());
        return nextDay ? 24 : end.getHour() + (end.getMinute() > 0 ? 1 : 0);
    }

    private static int opens(OpeningWeek week, LocalDate first, LocalDate end) {
        return first.datesUntil(end).flatMap(day -> week.on(day).stream()).mapToInt(span -> span.opens().getHour()).reduce(MORNING, Math::min);
    }

    private static int closes(OpeningWeek week, LocalDate first, LocalDate end) {
        return first.datesUntil(end).flatMap(day -> week.on(day).stream()).mapToInt(span -> span.closes().minusNanos(1).getHour() + 1)
            .reduce(EVENING, Math::max);
    }

    /** {@code day}, {@code week} or {@code month}. */
    public String getView() {
        return view;
    }

    /** The day around which it is shown. */
    public LocalDate getOn() {
        return on;
    }

    public LocalDate getToday() {
        return today;
    }

    /** The days shown, in their order. */
    public List<CalendarDay> getDays() {
        return days;
    }

    /** The days of a month, week by week. */
    public List<List<CalendarDay>> getWeeks() {
        List<List<CalendarDay>> weeks = new ArrayList<>();
        for (int i = 0; i < days.size(); i += 7) {
            weeks.add(days.subList(i, i + 7));
        }
        return weeks;
    }

    /** The hours beside the days. */
    public List<Integer> getHours() {
        return hours;
    }

    /** Class of the place of an hour. */
    public String place(int hour) {
        return "at-" + (hour - hours.get(0)) * 4;
    }

    /** An hour of the clock as people say it: 14 h, 14:00. */
    public String hour(int hour) {
        return "en".equals(here.getLanguage()) ? "%d:00".formatted(hour) : hour + "\u00A0h";
    }

    /** A time of the clock as people say it. */
    public String time(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern("en".equals(here.getLanguage()) ? "HH:mm" : "H'\u00A0h\u00A0'mm", here.getLocale()));
    }

    /** Whether nothing is there in the time shown. */
    public boolean isBlank() {
        return blank;
    }

    /** What is shown, in words: a day, the first and last day of a week, a month. */
    public String getPeriod() {
        return switch (view) {
            case "day" -> on.format(DateTimeFormatter.ofPattern("EEEE " + LongDate.ordinal(on, here.getLocale()) + " MMMM uuuu", here.getLocale()));
            case "month" -> on.format(DateTimeFormatter.ofPattern("LLLL uuuu", here.getLocale()));
            default -> week(monday(on));
        };
    }

    private String week(LocalDate monday) {
        LocalDate sunday = monday.plusDays(6);
        String first = monday.getMonth() == sunday.getMonth() ? LongDate.ordinal(monday, here.getLocale())
            : LongDate.ordinal(monday, here.getLocale()) + (monday.getYear() == sunday.getYear() ? " MMMM" : " MMMM uuuu");
        return monday.format(DateTimeFormatter.ofPattern(first, here.getLocale())) + "\u2013"
            + sunday.format(DateTimeFormatter.ofPattern(LongDate.ordinal(sunday, here.getLocale()) + " MMMM uuuu", here.getLocale()));
    }

    /** A day of the week with its number: lundi 23. */
    public String dayName(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("EEEE " + LongDate.ordinal(day, here.getLocale()), here.getLocale()));
    }

    /** A day of the week in short, for the head of a month: lun. */
    public String weekday(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("EEE", here.getLocale()));
    }

    /** The day to ask for to see what comes before. */
    public LocalDate getBefore() {
        return switch (view) {
            case "day" -> on.minusDays(1);
            case "month" -> on.withDayOfMonth(1).minusMonths(1);
            default -> on.minusWeeks(1);
        };
    }

    /** The day to ask for to see what comes after. */
    public LocalDate getAfter() {
        return switch (view) {
            case "day" -> on.plusDays(1);
            case "month" -> on.withDayOfMonth(1).plusMonths(1);
            default -> on.plusWeeks(1);
        };
    }
}
