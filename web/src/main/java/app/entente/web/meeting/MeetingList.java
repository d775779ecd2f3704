package app.entente.web.meeting;

import app.entente.meeting.MeetingRow;
import app.entente.meeting.Meetings;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The agenda as a list: what comes, day by day, then the past thirty days. */
@Named
@RequestScoped
public class MeetingList {

    @Inject
    private Meetings meetings;
    @Inject
    private Here here;
    @Inject
    private Clock clock;
    private List<Day> coming;
    private List<Day> past;

    /** The meetings of one day. */
    public record Day(LocalDate date, List<MeetingRow> meetings) {
    }

    @PostConstruct
    void load() {
        Instant now = clock.instant();
        List<MeetingRow> rows = meetings.agenda();
        // What was held or missed is over, even before the hour is.
        Map<Boolean, List<MeetingRow>> ahead = rows.stream().collect(Collectors.partitioningBy(row -> row.endsAt().isAfter(now) && (row.booked() || row.cancelled())));
        coming = days(ahead.get(true));
        List<MeetingRow> over = new ArrayList<>(ahead.get(false));
        Collections.reverse(over);
        past = days(over);
    }

    /** Days to come, the nearest first. */
    public List<Day> getComing() {
        return coming;
    }

    /** Days of the past thirty, the latest first. */
    public List<Day> getPast() {
        return past;
    }

    /** Whether there is nothing at all to show. */
    public boolean isBlank() {
        return coming.isEmpty() && past.isEmpty();
    }

    private List<Day> days(List<MeetingRow> rows) {
        Map<LocalDate, List<MeetingRow>> days = new LinkedHashMap<>();
        rows.forEach(row -> days.computeIfAbsent(row.startsAt().atZone(here.getZone()).toLocalDate(), day -> new ArrayList<>()).add(row));
        return days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
    }
}
