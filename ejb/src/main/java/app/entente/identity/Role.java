package app.entente.identity;

/** What somebody is in the place they are looking at: the only roles the container knows. They are read from the database on each request. */
public final class Role {

    /** Works in this workspace. */
    public static final String PRACTITIONER = "practitioner";
    /** Is accompanied in this workspace. */
    public static final String CLIENT = "client";
    /** Operates the platform. */
    public static final String OPERATOR = "operator";
    /** Is signed in, wherever. */
    public static final String PERSON = "person";

    private Role() {
    }
}
