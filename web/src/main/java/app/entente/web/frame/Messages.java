package app.entente.web.frame;

import app.entente.kernel.LongDate;
import app.entente.kernel.Money;
import app.entente.kernel.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * Every word people read: {@code #{msg['file.list.title']}}. The first part of a key names its bundle. Where the relation says tu, the key with
 * {@code .tu} behind it wins. In Quebec no space stands before ; ! and ?, in France a narrow one does: the bundles hold the French habit.
 */
@Named("msg")
@RequestScoped
public class Messages extends AbstractMap<String, String> {

    private static final Logger LOG = Logger.getLogger(Messages.class.getName());
    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    /** Texts that were asked for before, by locale: as many as the bundles hold, since what is in none of them is not kept. */
    private static final Map<Locale, Map<String, String>> SHOWN = new ConcurrentHashMap<>();
    @Inject
    private Here here;

    /** This request's, for what is not made by CDI. */
    public static Messages of(FacesContext context) {
        return Frame.of(context, Messages.class);
    }

    @Override
    public String get(Object key) {
        return text(key.toString(), here.getLocale(), here.isTu());
    }

    /** A text with its arguments filled in, numbers, days and amounts as the place writes them. */
    public String of(String key, Object first) {
        return fill(key, first);
    }

    /** A text with two arguments. */
    public String of(String key, Object first, Object second) {
        return fill(key, first, second);
    }

    /** A text with three arguments. */
    public String of(String key, Object first, Object second, Object third) {
        return fill(key, first, second, third);
    }

    /** A text with any arguments. */
    public String fill(String key, Object... arguments) {
        return new MessageFormat(get(key), here.getLocale()).format(Arrays.stream(arguments).map(this::said).toArray());
    }

    // What refuses does not know who reads: days and amounts come as they are.
    private Object said(Object argument) {
        Locale locale = here.getLocale();
        return argument instanceof LocalDate day ? LongDate.of(day, locale) : argument instanceof YearMonth month ? month.format(DateTimeFormatter.ofPattern("MMMM uuuu", locale))
            : argument instanceof Money money ? money.format(locale) : argument;
    }

    /** A text for somebody who is not looking at this page: their locale, their register. */
    public static String text(String key, Locale locale, boolean tu) {
        Map<String, String> shown = SHOWN.computeIfAbsent(locale, l -> new ConcurrentHashMap<>());
        String wanted = tu ? key + ".tu" : key;
        String known = shown.get(wanted);
        if (known == null) {
            known = found(key, locale, tu);
            if (known != null) {
                shown.put(wanted, known);
            }
        }
        return known == null ? key : known;
    }

    private static String found(String key, Locale locale, boolean tu) {
        String bundle = "app.entente.web.messages." + key.substring(0, Math.max(0, key.indexOf('.')));
        try {
            ResourceBundle texts = ResourceBundle.getBundle(bundle, locale, Messages.class.getClassLoader(), NO_FALLBACK);
            String text = tu && texts.containsKey(key + ".tu") ? texts.getString(key + ".tu") : texts.getString(key);
            return Texts.inPlace(text, locale);
        } catch (MissingResourceException e) {
            LOG.warning(() -> "no text for " + key + " in " + locale);
            return null;
        }
    }

    @Override
    public boolean containsKey(Object key) {
        return true;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }
}
