package app.entente.document;

import java.util.List;

/**
 * The head of the first page: who writes.
 *
 * @param name the practice or the practitioner
 * @param qualities under the name: profession, order, permit
 * @param contact set on the right: address, telephone, mail
 * @param accent colour of the rule under it, as {@code #rrggbb}
 */
public record Letterhead(String name, List<String> qualities, List<String> contact, String accent) {

    /** The colour of a practice that chose none. */
    public static final String DEFAULT_ACCENT = "#1E5B54";

    /** @throws IllegalArgumentException when the colour is not six hexadecimal digits after a hash */
    public Letterhead {
        if (!accent.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException("not a colour: " + accent);
        }
        qualities = List.copyOf(qualities);
        contact = List.copyOf(contact);
    }

    /** A head with the default colour. */
    public Letterhead(String name, List<String> qualities, List<String> contact) {
        this(name, qualities, contact, DEFAULT_ACCENT);
    }
}
