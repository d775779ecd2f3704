package app.entente.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line may end: nowhere inside « l’expérience », nor beside a no-break space, nor between a guillemet and its words. */
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
        while (next != BreakIterator.DONE && next < text.length() && holdsTogether(next)) {
            next = breaks.next();
        }
        return next;
    }

    // People type plain spaces where French has no-break ones: around guillemets and before high punctuation.
    private boolean holdsTogether(int at) {
        int last = at - 1;
        while (last > 0 && text.charAt(last) == ' ') {
            last--;
        }
        char before = text.charAt(last);
        return before == '«' || (last == at - 1 && "’'\u00A0\u202F".indexOf(before) >= 0)
            || "»;:!?\u00A0\u202F".indexOf(text.charAt(at)) >= 0;
    }
}
