package app.entente.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The word of a workspace in addresses: 3 to 50 letters without accents, digits and single hyphens. */
final class Slug {

    private static final int LONGEST = 50;
    private static final int SHORTEST = 3;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]([a-z0-9-]{1,48}[a-z0-9])");

    private Slug() {
    }

    /** Whether a word may be one. */
    static boolean fits(String word) {
        return word != null && SHAPE.matcher(word).matches() && !word.contains("--");
    }

    /** The word a name makes; {@code espace} where it makes none. */
    static String of(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae"), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-$", "");
        return cut.length() < SHORTEST ? "espace" : cut;
    }

    /** Another word beside one that is taken, the second, the third… */
    static String another(String word, int number) {
        String end = "-" + number;
        return word.substring(0, Math.min(LONGEST - end.length(), word.length())).replaceAll("-$", "") + end;
    }
}
