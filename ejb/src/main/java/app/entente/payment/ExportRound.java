package app.entente.payment;

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

/** Makes the exports that were asked for, and erases the old ones. */
@Singleton
@Startup
public class ExportRound {

    private static final Logger LOG = Logger.getLogger(ExportRound.class.getName());

    @Inject
    ExportsDue exports;
    @Inject
    ExportWork work;
    @Inject
    InTenant inTenant;

    /** Makes what waits, each month in a transaction of its own, so that a server that was stopped goes on where it was; one that fails stops no other. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void makeWaiting() {
        for (ExportsDue.Due due : exports.due()) {
            try {
                AtomicBoolean more = new AtomicBoolean(true);
                while (more.get()) {
                    inTenant.run(due.tenantId(), () -> more.set(work.advance(due.exportId())));
                }
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, e, () -> "export " + due.exportId() + " cannot be made");
                inTenant.run(due.tenantId(), () -> work.fail(due.exportId()));
            }
        }
    }
}
