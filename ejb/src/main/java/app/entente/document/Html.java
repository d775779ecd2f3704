package app.entente.document;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A piece of the body of a document. Every text that goes in is escaped, and there is no way to pass markup, so that
 * what a person typed can never become anything but text. Static imports make it read like the page:
 * {@code all(heading("Objet"), paragraph("Nous convenons de…"))}.
 */
public final class Html {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final Set<String> LINKED = Set.of("https", "http", "mailto", "tel");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    String markup() {
        return markup;
    }

    /** Text that was made by this class and kept. */
    static Html kept(String markup) {
        return new Html(markup);
    }

    /** Plain text, as it is. */
    public static Html text(String text) {
        return new Html(escape(text));
    }

    /** These pieces, one after the other. */
    public static Html all(Html... pieces) {
        return all(Arrays.asList(pieces));
    }

    /** These pieces, one after the other. */
    public static Html all(List<Html> pieces) {
        StringBuilder markup = new StringBuilder();
        pieces.forEach(piece -> markup.append(piece.markup));
        return new Html(markup.toString());
    }

    /** The heading of a section. */
    public static Html heading(String text) {
        return element("h2", "", text(text));
    }

    /** The heading of a part of a section. */
    public static Html subheading(String text) {
        return element("h3", "", text(text));
    }

    /** A paragraph. */
    public static Html paragraph(String text) {
        return paragraph(text(text));
    }

    /** A paragraph made of pieces: text, {@link #strong}, {@link #link}… */
    public static Html paragraph(Html... pieces) {
        return element("p", "", pieces);
    }

    /** A paragraph in small print. */
    public static Html small(String text) {
        return element("p", "small", text(text));
    }

    /** A paragraph that must not be missed: set apart by a rule on its left. */
    public static Html notice(Html... pieces) {
        return element("div", "notice", pieces);
    }

    /** Words that weigh more. */
    public static Html strong(String text) {
        return element("strong", "", text(text));
    }

    /** Words in italics. */
    public static Html emphasis(String text) {
        return element("em", "", text(text));
    }

    /**
     * A link; its title says the address to those who hear the page.
     *
     * @throws IllegalArgumentException when it leads elsewhere than to a page, a mailbox or a telephone
     */
    public static Html link(String text, URI address) {
        if (!LINKED.contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a document does not link to " + address.getScheme());
        }
        String target = escape(address.toString());
        return new Html("<a href=\"" + target + "\" title=\"" + target + "\">" + escape(text) + "</a>");
    }

    /** A list with dots. */
    public static Html bullets(List<String> items) {
        return list("ul", items);
    }

    /** A numbered list. */
    public static Html numbers(List<String> items) {
        return list("ol", items);
    }

    /**
     * A text of several paragraphs, as people type it: an empty line parts paragraphs, lines that begin with a hyphen
     * or a dot and a space make a list, any other line end stays one.
     */
    public static Html prose(String text) {
        List<Html> blocks = new ArrayList<>();
        for (String block : text.strip().split("\\R(\\h*\\R)+")) {
            List<String> lines = block.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            int first = 0;
            while (first < lines.size() && !isItem(lines.get(first))) {
                first++;
            }
            int last = first;
            while (last < lines.size() && isItem(lines.get(last))) {
                last++;
            }
            lines(lines.subList(0, first), blocks);
            if (last > first) {
                blocks.add(bullets(lines.subList(first, last).stream().map(line -> line.substring(2).strip()).toList()));
            }
            lines(lines.subList(last, lines.size()), blocks);
        }
        return all(blocks);
    }

    /** A box, ticked or not, and what it says. */
    public static Html box(boolean ticked, String text) {
        return new Html("<p class=\"box\"><span class=\"tick\">" + (ticked ? "\u2611" : "\u2610") + "</span>\u00A0"
            + escape(text) + "</p>");
    }

    /** What a reader looks for first: names on the left, values on the right, in the order of the map. */
    public static Html facts(Map<String, String> facts) {
        StringBuilder rows = new StringBuilder();
        facts.forEach((name, value) -> rows.append("<tr><th scope=\"row\">").append(escape(name)).append("</th><td>")
            .append(breaks(value)).append("</td></tr>"));
        return new Html("<table class=\"facts\"><tbody>" + rows + "</tbody></table>");
    }

    /**
     * A picture, at most as wide as the text.
     *
     * @throws IllegalArgumentException unless the bytes are a PNG and the description says something
     */
    public static Html picture(byte[] png, String description) {
        return image("picture", png, description);
    }

    /** Pieces that stay on one page when one page can hold them. */
    public static Html together(Html... pieces) {
        return element("div", "together", pieces);
    }

    /** What follows begins on a new page. */
    public static Html newPage(Html... pieces) {
        return element("div", "new-page", pieces);
    }

    static Html element(String name, String style, Html... pieces) {
        String start = style.isEmpty() ? name : name + " class=\"" + style + "\"";
        return new Html("<" + start + ">" + all(pieces).markup + "</" + name + ">");
    }

    static Html image(String style, byte[] png, String description) {
        if (png.length < PNG.length || !Arrays.equals(png, 0, PNG.length, PNG, 0, PNG.length)) {
            throw new IllegalArgumentException("a picture in a document is a PNG");
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException("a picture in a document has a description");
        }
        return new Html("<img class=\"" + style + "\" alt=\"" + escape(description) + "\" src=\"data:image/png;base64,"
            + Base64.getEncoder().encodeToString(png) + "\"/>");
    }

    static Html table(String style, String columns, String rows) {
        return new Html("<table class=\"" + style + "\"><thead>" + columns + "</thead><tbody>" + rows
            + "</tbody></table>");
    }

    static String breaks(String text) {
        return String.join("<br/>", text.lines().map(Html::escape).toList());
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static Html list(String name, List<String> items) {
        return element(name, "", items.stream().map(item -> element("li", "", text(item))).toArray(Html[]::new));
    }

    private static void lines(List<String> lines, List<Html> blocks) {
        if (!lines.isEmpty()) {
            blocks.add(new Html("<p>" + breaks(String.join("\n", lines)) + "</p>"));
        }
    }

    private static boolean isItem(String line) {
        return line.length() > 2 && "-•–".indexOf(line.charAt(0)) >= 0 && Character.isSpaceChar(line.charAt(1));
    }
}
