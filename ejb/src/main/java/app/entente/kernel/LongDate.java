package app.entente.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A day in words: «1er décembre 2026», «8 décembre 2026», «8 December 2026». */
public final class LongDate {

    /** Two for each language and place: a list has a hundred days, and reading a pattern takes longer than writing a day. */
    private static final Map<String, DateTimeFormatter> KNOWN = new ConcurrentHashMap<>();

    private LongDate() {
    }

    /** The day as people of the place write it. */
    public static String of(LocalDate day, Locale locale) {
        String pattern = ordinal(day, locale) + " MMMM uuuu";
        return day.format(KNOWN.computeIfAbsent(locale.toLanguageTag() + pattern, key -> DateTimeFormatter.ofPattern(pattern, locale)));
    }

    /** The pattern of the day of the month: French says «1er». */
    public static String ordinal(LocalDate day, Locale locale) {
        return day.getDayOfMonth() == 1 && "fr".equals(locale.getLanguage()) ? "'1er'" : "d";
    }
}
