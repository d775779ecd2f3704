package app.entente.signing;

import app.entente.tenant.InTenant;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Comes back for signings that are not finished, one transaction each. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SigningRound {

    private static final Logger LOG = Logger.getLogger(SigningRound.class.getName());

    @Inject
    SigningQueue queue;
    @Inject
    SigningWork work;
    @Inject
    InTenant inTenant;

    /** Every twenty seconds. One that fails does not hold up the others. */
    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    public void finish() {
        for (SigningQueue.Due due : queue.due()) {
            try {
                inTenant.run(due.tenant(), () -> work.finish(due.signing()));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "signing " + due.signing() + " could not be finished; it will be tried again");
            }
        }
    }
}
