package app.entente.signing;

import app.entente.tenant.InTenant;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Comes back for signings that wait for their seal or have run out of time. */
@Singleton
@PlatformUseCases
public class SigningQueue {

    private static final Logger LOG = Logger.getLogger(SigningQueue.class.getName());

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    InTenant inTenant;
    @Inject
    SigningWork work;

    /** Every twenty seconds. One that fails does not hold up the others. */
    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void finish() {
        List<?> rows = em.createNativeQuery("select tenant_id, id from signings_to_finish()")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getResultList();
        for (Object row : rows) {
            UUID tenant = (UUID) ((Object[]) row)[0];
            UUID signing = (UUID) ((Object[]) row)[1];
            try {
                inTenant.run(tenant, () -> work.finish(signing));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "signing " + signing + " could not be finished; it will be tried again");
            }
        }
    }
}
