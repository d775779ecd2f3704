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

    private static final Logger LOG = Logger.getLogger(Round.class.getName());

    /** Lets nothing reach the timer. */
    @AroundTimeout
    public Object keepsGoing(InvocationContext round) {
        try {
            return round.proceed();
        } catch (Exception e) {
            LOG.log(Level.WARNING, e, () -> "a round of " + round.getMethod().getDeclaringClass().getSimpleName() + " was cut off");
            return null;
        }
    }
}
