package app.entente.document;

import java.util.Locale;

/** The colours a workspace may choose, dark enough for a rule and a heading on white paper. */
public enum Accent {
    SAPIN("#1E5B54"), PRUNE("#6F3358"), ARDOISE("#35506B"), OCRE("#76500C"), LILAS("#5A4A8C"), FORET("#355C2B");

    private final String colour;

    Accent(String colour) {
        this.colour = colour;
    }

    /** The colour as {@code #rrggbb}. */
    public String colour() {
        return colour;
    }

    /** The accent of a workspace's word for it. */
    public static Accent of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
