package app.entente.kernel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * Words that leave the application without a page: mails and documents. The first part of a key is the feature, whose package holds the bundle
 * {@code texts}. A key with {@code .tu} behind it wins where the relation says tu.
 */
public final class Texts {

    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final char NARROW = '\u202F';
    private static final Pattern BEFORE_SIGNS = Pattern.compile(NARROW + "(?=[;!?])");

    private Texts() {
    }

    /**
     * A text in a language, with the typography of its place: in Quebec no space stands before ; ! and ?.
     *
     * @throws java.util.MissingResourceException when the key has no text, which the build refuses
     */
    public static String of(String key, Locale locale, boolean tu, Object... arguments) {
        ResourceBundle texts = ResourceBundle.getBundle("app.entente." + key.substring(0, key.indexOf('.')) + ".texts", locale,
            Texts.class.getClassLoader(), NO_FALLBACK);
        String text = tu && texts.containsKey(key + ".tu") ? texts.getString(key + ".tu") : texts.getString(key);
        return inPlace(arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments), locale);
    }

    /** The text as the place writes it. */
    public static String inPlace(String text, Locale locale) {
        return Locale.CANADA_FRENCH.equals(locale) && text.indexOf(NARROW) >= 0 ? BEFORE_SIGNS.matcher(text).replaceAll("") : text;
    }

    /** Language and place together. */
    public static Locale locale(String language, String jurisdiction) {
        boolean quebec = "CA-QC".equals(jurisdiction);
        if ("en".equals(language)) {
            return quebec ? Locale.CANADA : Locale.UK;
        }
        return quebec ? Locale.CANADA_FRENCH : Locale.FRANCE;
    }
}
