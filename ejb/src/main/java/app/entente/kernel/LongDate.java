package app.entente.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day in words: «1er décembre 2026», «8 décembre 2026», «8 December 2026». */
public final class LongDate {

    private LongDate() {
    }

    /** The day as people of the place write it. */
    public static String of(LocalDate day, Locale locale) {
        return day.format(DateTimeFormatter.ofPattern(ordinal(day, locale) + " MMMM uuuu", locale));
    }

    /** The pattern of the day of the month: French says «1er». */
    public static String ordinal(LocalDate day, Locale locale) {
        return day.getDayOfMonth() == 1 && "fr".equals(locale.getLanguage()) ? "'1er'" : "d";
    }
}
