package app.entente.kernel;

import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells the log what went wrong under a reference, and never what an exception says: that may quote a name, as the database does with the values of a
 * key that is taken. Kinds and places are enough to find the cause.
 */
public final class Failure {

    private static final String OURS = "app.entente.";
    private static final int NUMBERS = 100_000_000;

    private Failure() {
    }

    /**
     * Writes a line.
     *
     * @param what what did not work, without a word of a person
     * @return the reference in the line
     */
    public static String tell(Logger log, Level level, String what, Throwable failure) {
        String reference = "%08d".formatted(ThreadLocalRandom.current().nextInt(NUMBERS)).replaceFirst("(....)", "$1-");
        log.log(level, () -> reference + ": " + what + "; " + told(failure));
        return reference;
    }

    /** Kinds from what was caught down to the cause, each with the first place of ours it was thrown through, or else the place where it was thrown. */
    public static String told(Throwable failure) {
        StringBuilder told = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            told.append(told.isEmpty() ? "" : ", because of ").append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            int place = 0;
            while (place < frames.length && !frames[place].getClassName().startsWith(OURS)) {
                place++;
            }
            if (frames.length > 0) {
                told.append(" at ").append(frames[place == frames.length ? 0 : place]);
            }
        }
        return told.toString();
    }
}
