package app.entente.note;

import java.util.List;

/**
 * A part of an entry that is written in.
 *
 * @param code its name in the content
 * @param form {@code long} for several lines, {@code line}, {@code date} or {@code choice}
 * @param options what there is to choose from, in a choice
 */
public record Section(String code, String form, List<String> options) {

    /** Several lines of text. */
    public static Section text(String code) {
        return new Section(code, "long", List.of());
    }

    /** One line of text. */
    public static Section line(String code) {
        return new Section(code, "line", List.of());
    }

    /** A day. */
    public static Section date(String code) {
        return new Section(code, "date", List.of());
    }

    /** One of several words. */
    public static Section choice(String code, String... options) {
        return new Section(code, "choice", List.of(options));
    }
}
