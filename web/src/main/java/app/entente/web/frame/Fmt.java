package app.entente.web.frame;

import app.entente.kernel.Bilingual;
import app.entente.kernel.LongDate;
import app.entente.kernel.Money;
import app.entente.kernel.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates, times and money as people of the place write them: {@code #{fmt.date(d)}}. Instants are shown in the place's zone. */
@Named
@RequestScoped
public class Fmt {

    private static final double KILO = 1024;

    @Inject
    private Here here;

    /** 8 décembre 2026. */
    public String date(LocalDate day) {
        return day == null ? "" : LongDate.of(day, here.getLocale());
    }

    /** mardi 8 décembre. */
    public String day(LocalDate day) {
        return day == null ? "" : day.format(DateTimeFormatter.ofPattern("EEEE " + LongDate.ordinal(day, here.getLocale()) + " MMMM", here.getLocale()));
    }

    /** mardi 8 décembre, 14 h 00. */
    public String dateTime(Instant instant) {
        return instant == null ? "" : day(at(instant).toLocalDate()) + ", " + time(instant);
    }

    /** 14 h 00 in French, 14:00 in English. */
    public String time(Instant instant) {
        return instant == null ? "" : at(instant).format(DateTimeFormatter.ofPattern(english() ? "HH:mm" : "H'\u00A0h\u00A0'mm", here.getLocale()));
    }

    /** 2026-12-08, for tables and machines. */
    public String iso(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** The place's zone in words: heure d’Europe centrale. */
    public String getZone() {
        return here.getZone().getDisplayName(TextStyle.FULL, here.getLocale());
    }

    /** The day of an instant in the place's zone. */
    public LocalDate localDay(Instant instant) {
        return at(instant).toLocalDate();
    }

    /** 1 234,56 $. */
    public String money(Money money) {
        // A true minus sign: a hyphen is too short to be seen before a figure.
        return money == null ? "" : money.format(here.getLocale()).replace('-', '\u2212');
    }

    /** A text in the reader's language, with the typography of the place. */
    public String text(Bilingual text) {
        return text == null ? "" : Texts.inPlace(text.in(here.getLanguage()), here.getLocale());
    }

    /** 1,5 Go in French, 1.5 GB in English; nothing for nothing. */
    public String size(Number bytes) {
        if (bytes == null) {
            return "";
        }
        String[] units = english() ? new String[] {"B", "kB", "MB", "GB", "TB"} : new String[] {"o", "ko", "Mo", "Go", "To"};
        double amount = bytes.doubleValue();
        int unit = 0;
        while (amount >= KILO && unit < units.length - 1) {
            amount /= KILO;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(here.getLocale());
        format.setMaximumFractionDigits(unit == 0 || amount >= 100 ? 0 : 1);
        return format.format(amount) + "\u00A0" + units[unit];
    }

    /** A number with its thousands set apart as the place does; nothing for nothing. */
    public String number(Number number) {
        return number == null ? "" : NumberFormat.getIntegerInstance(here.getLocale()).format(number);
    }

    private ZonedDateTime at(Instant instant) {
        return instant.atZone(here.getZone());
    }

    private boolean english() {
        return Locale.ENGLISH.getLanguage().equals(here.getLocale().getLanguage());
    }
}
