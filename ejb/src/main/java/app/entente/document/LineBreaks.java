package app.entente.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line may end: nowhere inside « l’expérience », nor beside a no-break space or a guillemet. */
final class LineBreaks implements FSTextBreaker {

    private final BreakIterator breaks;
    private String text = "";

    LineBreaks(Locale language) {
        breaks = BreakIterator.getLineInstance(language);
    }

    @Override
    public void setText(String newText) {
        text = newText;
        breaks.setText(newText);
    }

    @Override
    public int next() {
        int next = breaks.next();
        while (next != BreakIterator.DONE && next < text.length() && joins(text.charAt(next - 1), text.charAt(next))) {
            next = breaks.next();
        }
        return next;
    }

    private static boolean joins(char before, char after) {
        return "’'«\u00A0\u202F".indexOf(before) >= 0 || "»\u00A0\u202F".indexOf(after) >= 0;
    }
}
