package app.entente.signing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a typed name with the one expected: accents, ligatures, capitals, hyphens and order do not matter, the words do. */
final class SignedName {

    private static final int LONGEST = 200;

    private SignedName() {
    }

    /** Whether the typed words hold every word of the expected name; never when no word is expected, or when more is typed than is kept (200 characters). */
    static boolean matches(String typed, String expected) {
        Set<String> wanted = words(expected);
        return !wanted.isEmpty() && typed.strip().length() <= LONGEST && words(typed).containsAll(wanted);
    }

    private static Set<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
            .replace("œ", "oe").replace("æ", "ae").replace("ß", "ss");
        return Arrays.stream(plain.split("[^\\p{L}]+")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
