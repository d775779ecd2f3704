package app.entente.journey.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that stand nowhere else: each planted in one value of one row, so that whoever finds one knows whose it is and where it was. */
final class Marks {

    private static final Pattern MARK = Pattern.compile("kq([a-z])[0-9a-z]{4}z");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}]");
    private static final Pattern CODE = Pattern.compile("#\\p{XDigit}{6}|[a-z0-9_.:/+ ,;-]*|[A-Z0-9-]+|[A-Z][A-Za-z]+/[A-Za-z_/]+|[0-9 ().,:+/-]*|https?://.*|(\\w+=\\d+\\s*)+|\\p{XDigit}{32,}");

    private final Map<String, Place> planted = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /** Where a mark was planted. */
    record Place(char workspace, String table, String column, String row) {

        @Override
        public String toString() {
            return "workspace " + workspace + ", " + table + "." + column;
        }
    }

    /** A new one. */
    String plant(char workspace, String table, String column, String row) {
        String number = Integer.toString(next.incrementAndGet(), 36);
        String mark = "kq" + workspace + "0".repeat(4 - number.length()) + number + "z";
        planted.put(mark, new Place(workspace, table, column, row));
        return mark;
    }

    /** The text with a new mark: in the place of one that is there already, or after it. What is a code, a date or an address of the web stays. */
    String in(String text, char workspace, String table, String column, String row) {
        Matcher old = MARK.matcher(text);
        if (old.find()) {
            return old.replaceAll(match -> plant(workspace, table, column, row));
        }
        if (CODE.matcher(text).matches() || !LETTERS.matcher(text).find()) {
            return text;
        }
        String mark = plant(workspace, table, column, row);
        return text.contains("@") && !text.contains(" ") ? mark + "." + text : text + " " + mark;
    }

    /** Every mark in a text. */
    List<String> found(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = MARK.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** Where it was planted; what a form of this test wrote has a workspace and no place. */
    Place of(String mark) {
        return planted.getOrDefault(mark, new Place(mark.charAt(2), "?", "?", "?"));
    }

    long in(char workspace) {
        return planted.values().stream().filter(place -> place.workspace() == workspace).count();
    }
}
