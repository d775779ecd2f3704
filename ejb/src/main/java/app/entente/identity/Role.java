package app.entente.identity;

/** What somebody is in the place they are looking at: the only roles the container knows. They are read from the database on each request. */
public final class Role {

    /** Owns this workspace: the practitioner. */
    public static final String PRACTITIONER = "practitioner";
    /** Helps in this workspace with calendar, receipts and contacts; never reads what is said in a meeting. */
    public static final String ASSISTANT = "assistant";
    /** Supervises the practitioner: reads and comments on the files named to them, and nothing else. */
    public static final String SUPERVISOR = "supervisor";
    /** Is accompanied in this workspace. */
    public static final String CLIENT = "client";
    /** Operates the platform. */
    public static final String OPERATOR = "operator";
    /** Was let in by the practitioner to look, for a short while; holds the practitioner's role in a request that changes nothing. */
    public static final String SUPPORT = "support";
    /** Is signed in, wherever. */
    public static final String PERSON = "person";

    private Role() {
    }

    /** The container's role for a membership's; null for an account that has none. */
    public static String ofMember(String role) {
        return role == null ? null : switch (role) {
            case "owner" -> PRACTITIONER;
            case "assistant" -> ASSISTANT;
            case "supervisor" -> SUPERVISOR;
            default -> null;
        };
    }
}
