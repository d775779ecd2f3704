package app.entente.web.meeting;

import app.entente.meeting.MeetingRow;
import app.entente.meeting.OpeningWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * One day of the calendar, laid out in quarters of an hour. The style sheet knows places by class: {@code at-n} begins n quarters after the first
 * hour shown, {@code for-n} is n quarters long, {@code lane-a-b} is the a-th of b side by side.
 *
 * @param date the day
 * @param meetings its meetings, in their order
 * @param open classes of the times the practice receives
 * @param hours hours in which nothing has to be yet, to book in
 * @param today whether it is today
 * @param now class of the present moment; empty on other days or out of sight
 * @param within whether it belongs to the month that is shown
 */
public record CalendarDay(LocalDate date, List<Item> meetings, List<String> open, List<Hour> hours, boolean today, String now, boolean within) {

    private static final int QUARTER = 15;
    /** What is shorter is drawn as long as this, so that a finger can meet it. */
    private static final int SHORTEST = 2;

    /** A meeting and where it is drawn. */
    public record Item(MeetingRow row, String place) {
    }

    /** An hour that a meeting can be put into. */
    public record Hour(LocalTime time, String place) {
    }

    /** A day from its first to its last hour shown. */
    static CalendarDay of(LocalDate date, List<MeetingRow> rows, OpeningWeek week, int from, int to, ZonedDateTime now, boolean within) {
        ZoneId zone = now.getZone();
        int end = (to - from) * 4;
        List<int[]> spans = new ArrayList<>();
        for (MeetingRow row : rows) {
            ZonedDateTime start = row.startsAt().atZone(zone);
            int minute = start.toLocalTime().toSecondOfDay() / 60 - from * 60;
            int first = Math.max(0, minute / QUARTER);
            int last = Math.min(end, (minute + row.minutes() + QUARTER - 1) / QUARTER);
            spans.add(new int[] {first, Math.max(SHORTEST, last - first), 0, 1});
        }
        side(spans);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int[] span = spans.get(i);
            items.add(new Item(rows.get(i), "at-" + span[0] + " for-" + span[1] + " lane-" + span[2] + "-" + span[3]));
        }
        List<String> open = week.on(date).stream().map(hours -> {
            int first = Math.max(0, hours.opens().toSecondOfDay() / 900 - from * 4);
            return "at-" + first + " for-" + Math.max(1, Math.min(end, hours.closes().toSecondOfDay() / 900 - from * 4) - first);
        }).toList();
        List<Hour> hours = new ArrayList<>();
        for (int hour = from; hour < to; hour++) {
            hours.add(new Hour(LocalTime.of(hour, 0), "at-" + (hour - from) * 4 + " for-4"));
        }
        boolean today = date.equals(now.toLocalDate());
        long quarters = Duration.between(date.atTime(from, 0), now.toLocalDateTime()).toMinutes() / QUARTER;
        return new CalendarDay(date, items, open, hours, today, today && quarters >= 0 && quarters < end ? "at-" + quarters : "", within);
    }

    /** Puts side by side what is at the same time; at most four stand beside each other. */
    private static void side(List<int[]> spans) {
        int i = 0;
        while (i < spans.size()) {
            int reach = spans.get(i)[0] + spans.get(i)[1];
            int j = i + 1;
            while (j < spans.size() && spans.get(j)[0] < reach) {
                reach = Math.max(reach, spans.get(j)[0] + spans.get(j)[1]);
                j++;
            }
            List<Integer> ends = new ArrayList<>();
            for (int k = i; k < j; k++) {
                int lane = 0;
                while (lane < ends.size() && ends.get(lane) > spans.get(k)[0]) {
                    lane++;
                }
                if (lane == ends.size()) {
                    ends.add(0);
                }
                ends.set(lane, spans.get(k)[0] + spans.get(k)[1]);
                spans.get(k)[2] = Math.min(4, lane + 1);
            }
            for (int k = i; k < j; k++) {
                spans.get(k)[3] = Math.min(4, ends.size());
            }
            i = j;
        }
    }
}
