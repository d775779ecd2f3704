package app.entente.journey.isolation;

/**
 * Somebody who goes about the application.
 *
 * @param name who, for the report
 * @param visitor their browser
 * @param home where their work lies; null where they have none
 */
record Actor(String name, Visitor visitor, String home) {

    /** Whether that address is a place of theirs. */
    boolean owns(String path) {
        return home != null && (path.equals(home) || path.startsWith(home + "/") || path.startsWith(home + "?"));
    }

    @Override
    public String toString() {
        return name;
    }
}
