package app.entente.identity;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.tenant.InTenant;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Goes round every three seconds and carries out what is due, each command in its workspace and its own transaction. */
@Singleton
public class OutboxRound {

    private static final Logger LOG = Logger.getLogger(OutboxRound.class.getName());

    @Inject
    OutboxQueue queue;
    @Inject
    InTenant inTenant;
    @Inject
    OutboxWork work;

    @Schedule(hour = "*", minute = "*", second = "1/3", persistent = false, info = "outbox")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void go() {
        try {
            for (OutboxQueue.Due due : queue.due()) {
                inTenant.run(due.tenant(), () -> carryOut(due));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the outbox could not be read", e);
        }
    }

    private void carryOut(OutboxQueue.Due due) {
        try {
            work.carryOut(due.command());
        } catch (DirectoryRefused | BusinessRuleViolation e) {
            LOG.warning(() -> "command " + due.command() + " is parked: " + e.getMessage());
            work.failed(due.command(), e.getMessage(), true);
        } catch (DirectoryUnavailable e) {
            LOG.info(() -> "command " + due.command() + " waits: " + e.getMessage());
            work.failed(due.command(), e.getMessage(), false);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "command " + due.command() + " failed", e);
            // The name of what went wrong and nothing it says: a message may quote an address, and this is read by the platform's operator.
            work.failed(due.command(), e.getClass().getSimpleName(), false);
        }
    }
}
