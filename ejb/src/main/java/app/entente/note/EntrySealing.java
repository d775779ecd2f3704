package app.entente.note;

import app.entente.tenant.InTenant;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes the documents that could not be made when their entry was signed. */
@Singleton
@Startup
public class EntrySealing {

    private static final Logger LOG = Logger.getLogger(EntrySealing.class.getName());

    @Inject
    EntriesToSeal toSeal;
    @Inject
    EntryWork work;
    @Inject
    InTenant inTenant;

    /** Seals what waits, each entry in its workspace and in a transaction of its own; a time-stamping authority that is down ends the round. */
    @Schedule(hour = "*", minute = "*", second = "7/15", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void sealWaiting() {
        if (seal(toSeal.due(), work::seal)) {
            seal(toSeal.addenda(), work::sealAddendum);
        }
    }

    /** Whether the time-stamping authority answered all of them. */
    private boolean seal(List<EntriesToSeal.Due> waiting, Predicate<UUID> sealing) {
        for (EntriesToSeal.Due due : waiting) {
            try {
                AtomicBoolean sealed = new AtomicBoolean();
                inTenant.run(due.tenantId(), () -> sealed.set(sealing.test(due.entryId())));
                if (!sealed.get()) {
                    return false;
                }
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, e, () -> "the document of " + due.entryId() + " cannot be made");
            }
        }
        return true;
    }
}
