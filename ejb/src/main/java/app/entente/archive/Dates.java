package app.entente.archive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and times as tables write them. */
final class Dates {

    /** Day, month, year. */
    static final String DAY_FIRST = "dmy";
    /** Month, day, year. */
    static final String MONTH_FIRST = "mdy";
    /** Year, month, day. */
    static final String YEAR_FIRST = "ymd";

    private static final Pattern DAY = Pattern.compile("(\\d{1,4})[-/. ](\\d{1,2})[-/. ](\\d{1,4})(?:[T ].*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:\\s*[:hH.]\\s*(\\d{2})?(?::\\d{2})?)?\\s*(?:min)?\\s*([aApP])?\\.?(?:[mM]\\.?)?");

    private static final Pattern DAY_AND_TIME = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}[T ]+(.+)");

    private Dates() {
    }

    /** The order in which these days are written: the one that reads them all; day first where several do. */
    static String order(Collection<String> values) {
        for (String order : new String[] {DAY_FIRST, MONTH_FIRST}) {
            if (values.stream().filter(value -> !value.isBlank()).allMatch(value -> day(value, order, LocalDate.MAX).isPresent())) {
                boolean years = values.stream().anyMatch(value -> !value.isBlank()) && values.stream().allMatch(value -> value.isBlank() || yearFirst(value));
                return years ? YEAR_FIRST : order;
            }
        }
        return DAY_FIRST;
    }

    /** A day; what begins with a year of four figures is read so in every order. A year of two figures is the latest that is not after {@code last}. */
    static Optional<LocalDate> day(String value, String order, LocalDate last) {
        String words = value.strip();
        Matcher compact = COMPACT.matcher(words);
        if (compact.matches()) {
            return date(compact.group(1), compact.group(2), compact.group(3), last);
        }
        Matcher parts = DAY.matcher(words);
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (parts.group(1).length() == 4) {
            return date(parts.group(1), parts.group(2), parts.group(3), last);
        }
        return switch (order) {
            case MONTH_FIRST -> date(parts.group(3), parts.group(1), parts.group(2), last);
            case DAY_FIRST -> date(parts.group(3), parts.group(2), parts.group(1), last);
            default -> Optional.empty();
        };
    }

    /** A time of day: 14:30, 14 h 30, 14h, 2:30 PM; also behind a date, where a cell holds both. */
    static Optional<LocalTime> time(String value) {
        String words = value.strip();
        Matcher both = DAY_AND_TIME.matcher(words);
        Matcher parts = TIME.matcher(both.matches() ? both.group(1) : words);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(parts.group(1));
        if (parts.group(3) != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + ("p".equalsIgnoreCase(parts.group(3)) ? 12 : 0);
        }
        int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    private static boolean yearFirst(String value) {
        return value.strip().matches("\\d{4}[-/. ].*|\\d{8}");
    }

    private static Optional<LocalDate> date(String year, String month, String day, LocalDate last) {
        try {
            if (day.length() > 2 || year.length() != 2 && year.length() != 4) {
                return Optional.empty();
            }
            int full = Integer.parseInt(year);
            if (year.length() == 2) {
                full += 2000;
                full -= LocalDate.MAX.equals(last) || full <= last.getYear() ? 0 : 100;
            }
            return Optional.of(LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
