package app.entente.config;

/** Why the start was given up, in words for the person who started it. */
public class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason one or a few lines, shown as they are */
    public StartFailure(String reason) {
        super(reason);
    }

    /**
     * @param reason one or a few lines, shown as they are
     * @param cause  what was thrown
     */
    public StartFailure(String reason, Throwable cause) {
        super(reason, cause);
    }
}
