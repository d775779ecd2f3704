package app.entente.note;

import java.util.UUID;

/**
 * A statement in an entry.
 *
 * @param text what was said or seen
 * @param source who said it; null when it is what the author saw
 * @param context {@code joint} or {@code individual}
 * @param shelf {@code shared}, {@code record} or {@code personal}
 */
public record Said(String text, UUID source, String context, String shelf) {

    /** For those who take part to read. */
    public static final String SHARED = "shared";
    /** In the file, not shared. */
    public static final String RECORD = "record";
    /** The author's own working note. */
    public static final String PERSONAL = "personal";

    /** Words with what is not known filled in: alone, in the record. */
    public Said {
        text = text == null ? "" : text;
        context = "joint".equals(context) ? "joint" : "individual";
        shelf = SHARED.equals(shelf) || PERSONAL.equals(shelf) ? shelf : RECORD;
    }

    public boolean blank() {
        return text.isBlank();
    }

    public boolean personal() {
        return PERSONAL.equals(shelf);
    }
}
