package app.entente.receipt;

import app.entente.tenant.InTenant;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes the documents that could not be made when their receipt was issued. */
@Singleton
@Startup
public class ReceiptSealing {

    private static final Logger LOG = Logger.getLogger(ReceiptSealing.class.getName());

    @Inject
    ReceiptsToSeal toSeal;
    @Inject
    ReceiptWork work;
    @Inject
    InTenant inTenant;

    /**
     * Seals what waits, each receipt in its workspace and in a transaction of its own: one that fails does not stop the others,
     * a time-stamping authority that is down ends the round.
     */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void sealWaiting() {
        for (ReceiptsToSeal.Due due : toSeal.due()) {
            try {
                AtomicBoolean sealed = new AtomicBoolean();
                inTenant.run(due.tenantId(), () -> sealed.set(work.seal(due.receiptId())));
                if (!sealed.get()) {
                    return;
                }
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, e, () -> "the document of receipt " + due.receiptId() + " cannot be made");
            }
        }
    }
}
