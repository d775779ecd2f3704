package app.entente.kernel;

import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a timer does again and again. Whatever goes wrong in a round ends that round alone: a server takes a timer away for good when its
 * work has failed a few times in a row, as it does while the database is restarted.
 */
public abstract class Round {

    /** Lets nothing reach the timer. */
    @AroundTimeout
    public Object keepsGoing(InvocationContext round) {
        try {
            return round.proceed();
        } catch (Exception e) {
            cutOff("a round of " + round.getMethod().getDeclaringClass().getSimpleName() + " was cut off", e);
            return null;
        }
    }

    /** Tells the log what did not work this time; never what the exception says. */
    protected void cutOff(String what, Throwable failure) {
        Failure.tell(Logger.getLogger(getClass().getName()), Level.WARNING, what, failure);
    }
}
