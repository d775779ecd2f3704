package app.entente.notification;

/** The mail server did not take a mail. */
class NotCarried extends Exception {

    private static final long serialVersionUID = 1L;
    private final boolean forGood;

    NotCarried(String reason, boolean forGood, Throwable cause) {
        super(reason, cause);
        this.forGood = forGood;
    }

    /** Whether trying again would change nothing. */
    boolean forGood() {
        return forGood;
    }
}
