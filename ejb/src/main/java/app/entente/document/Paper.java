package app.entente.document;

/** The sheet a document is made for. */
public enum Paper {

    /** 8½ × 11 inches, as in Canada. */
    LETTER("letter"),
    /** 210 × 297 mm, as in France. */
    A4("a4");

    private final String css;

    Paper(String css) {
        this.css = css;
    }

    String css() {
        return css;
    }

    /** The sheet people use in a country, by its ISO code: Letter in Canada and the United States, A4 elsewhere. */
    public static Paper of(String country) {
        return country.equals("CA") || country.equals("US") ? LETTER : A4;
    }
}
