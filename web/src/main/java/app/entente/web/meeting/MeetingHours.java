package app.entente.web.meeting;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.meeting.OpeningHours;
import app.entente.meeting.OpeningTimes;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When the practice receives: a line of hours for each day of the week, and days that are otherwise. */
@Named
@RequestScoped
public class MeetingHours {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,2})(?:\\s*[h:]\\s*(\\d{2})?)?\\s*[-–]\\s*(\\d{1,2})(?:\\s*[h:]\\s*(\\d{2})?)?");

    @Inject
    private OpeningTimes openingTimes;
    @Inject
    private Here here;
    private List<Line> week;
    private Map<LocalDate, List<OpeningHours>> days;
    private LocalDate day;
    private String hours;

    /** The hours of one day of the week, as people write them: 9 h – 12 h, 13 h 30 – 17 h. */
    public static class Line {

        private final DayOfWeek weekday;
        private String hours;

        Line(DayOfWeek weekday, String hours) {
            this.weekday = weekday;
            this.hours = hours;
        }

        public DayOfWeek getWeekday() {
            return weekday;
        }

        public String getHours() {
            return hours;
        }

        public void setHours(String hours) {
            this.hours = hours;
        }
    }

    @PostConstruct
    void load() {
        List<OpeningHours> all = openingTimes.all();
        week = Stream.of(DayOfWeek.values()).map(weekday -> new Line(weekday, words(all.stream().filter(h -> h.getWeekday() == weekday).toList()))).toList();
        days = all.stream().filter(h -> h.getDay() != null).collect(Collectors.groupingBy(OpeningHours::getDay, LinkedHashMap::new, Collectors.toList()));
    }

    /** Keeps the week. */
    public String save() {
        List<OpeningHours> kept = new ArrayList<>();
        week.forEach(line -> spans(line.getHours()).forEach(span -> kept.add(OpeningHours.weekly(line.getWeekday(), span[0], span[1]))));
        openingTimes.receive(kept);
        return again();
    }

    /** Keeps a day that is otherwise; without hours it is closed. */
    public String except() {
        List<LocalTime[]> spans = spans(hours);
        openingTimes.except(day, spans.isEmpty() ? List.of(OpeningHours.once(day, null, null))
            : spans.stream().map(span -> OpeningHours.once(day, span[0], span[1])).toList());
        return again();
    }

    /** Makes a day like every week's again. */
    public String forget(LocalDate date) {
        openingTimes.except(date, List.of());
        return again();
    }

    private static String again() {
        return "/meeting/hours?faces-redirect=true";
    }

    private static List<LocalTime[]> spans(String text) {
        List<LocalTime[]> spans = new ArrayList<>();
        if (text == null || text.isBlank()) {
            return spans;
        }
        for (String part : text.replace('\u00A0', ' ').replace('\u202F', ' ').split("[,;]")) {
            Matcher span = SPAN.matcher(part.strip());
            if (!span.matches()) {
                throw new BusinessRuleViolation("meeting.hours");
            }
            spans.add(new LocalTime[] {time(span.group(1), span.group(2)), time(span.group(3), span.group(4))});
        }
        return spans;
    }

    private static LocalTime time(String hour, String minute) {
        try {
            return LocalTime.of(Integer.parseInt(hour), minute == null ? 0 : Integer.parseInt(minute));
        } catch (DateTimeException e) {
            throw new BusinessRuleViolation("meeting.hours");
        }
    }

    /** Hours as they are written here; empty when closed. */
    public String words(List<OpeningHours> spans) {
        return spans.stream().filter(span -> !span.isClosed()).map(span -> words(span.getOpens()) + " – " + words(span.getCloses())).collect(Collectors.joining(", "));
    }

    private String words(LocalTime time) {
        String pattern = "en".equals(here.getLanguage()) ? "HH:mm" : time.getMinute() == 0 ? "H'\u00A0h'" : "H'\u00A0h\u00A0'mm";
        return DateTimeFormatter.ofPattern(pattern, here.getLocale()).format(time);
    }

    public String name(DayOfWeek weekday) {
        return weekday.getDisplayName(TextStyle.FULL, here.getLocale());
    }

    /** The seven days. */
    public List<Line> getWeek() {
        return week;
    }

    /** Days that are otherwise, in their order. */
    public List<Map.Entry<LocalDate, List<OpeningHours>>> getDays() {
        return List.copyOf(days.entrySet());
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public String getHours() {
        return hours;
    }

    public void setHours(String hours) {
        this.hours = hours;
    }
}
