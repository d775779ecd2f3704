package app.entente.note;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When, how long and how a service was, as far as it is typed; what is not there or makes no sense is null.
 *
 * @param minutes 1 to 1,440
 * @param mode {@code office}, {@code home}, {@code video} or {@code phone}
 */
record ServiceTime(Instant at, Integer minutes, String mode) {

    private static final Set<String> MODES = Set.of("office", "home", "video", "phone");
    private static final int DAY = 1440;

    static ServiceTime of(EntryContent content, ZoneId zone) {
        return new ServiceTime(instant(content.value("service_on"), content.value("service_time"), zone), minutes(content.value("minutes")),
            MODES.contains(content.value("mode")) ? content.value("mode") : null);
    }

    private static Instant instant(String day, String time, ZoneId zone) {
        try {
            return LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Integer minutes(String text) {
        try {
            int minutes = Integer.parseInt(text.strip());
            return minutes >= 1 && minutes <= DAY ? minutes : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
