package app.entente.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Makes sure that each character of a text has a glyph, since the PDF engine draws a sign in the place of those it
 * does not find and says nothing.
 */
final class PrintableText {

    private PrintableText() { }

    /**
     * The text in composed form; invisible hints are dropped, and a few characters that fonts lack become the ones
     * that look the same: the no-break hyphen a hyphen, rare spaces a no-break space.
     *
     * @throws UnprintableText naming the characters that have neither a glyph nor a substitute
     */
    static String of(String text, IntPredicate drawn) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder printable = new StringBuilder(composed.length());
        Set<Integer> unknown = new LinkedHashSet<>();
        composed.codePoints().forEach(codePoint -> {
            if (isInvisible(codePoint)) {
                return;
            }
            if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t' || drawn.test(codePoint)) {
                printable.appendCodePoint(codePoint);
            } else if (codePoint == 0x2011) {
                printable.append('-');
            } else if (Character.getType(codePoint) == Character.SPACE_SEPARATOR) {
                printable.append('\u00A0');
            } else {
                unknown.add(codePoint);
            }
        });
        if (!unknown.isEmpty()) {
            throw new UnprintableText(new ArrayList<>(unknown));
        }
        return printable.toString();
    }

    private static boolean isInvisible(int codePoint) {
        return codePoint == 0xAD || codePoint == 0x200B || codePoint == 0x2060 || codePoint == 0xFEFF
            || codePoint == 0xFE0E || codePoint == 0xFE0F;
    }
}
