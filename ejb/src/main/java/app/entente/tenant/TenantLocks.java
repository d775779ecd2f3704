package app.entente.tenant;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.UUID;

/** Closes both locks at a feature's door, once in a transaction. */
@Interceptor
@TenantScoped
@Priority(Interceptor.Priority.APPLICATION)
public class TenantLocks {

    /** Name of EclipseLink's discriminator property and of the transaction's note of what was set. */
    public static final String PROPERTY = "eclipselink.tenant-id";

    @PersistenceContext(unitName = "entente")
    private EntityManager em;
    @Inject
    private CurrentTenant tenant;
    @Resource
    private TransactionSynchronizationRegistry transaction;

    @AroundInvoke
    Object enter(InvocationContext call) throws Exception {
        CurrentTenant.Place here = new CurrentTenant.Place(tenant.id(), tenant.readOnly());
        Object set = transaction.getResource(PROPERTY);
        if (set == null) {
            lock(em, here.id(), here.readOnly());
            transaction.putResource(PROPERTY, here);
        } else if (!set.equals(here)) {
            throw new IllegalStateException("one transaction, one workspace, one way to be in it");
        }
        return call.proceed();
    }

    /**
     * Sets the discriminator of the persistence context and the settings that the policies read, for this transaction only and in one statement.
     * A plain {@code SET} would outlive the transaction in the pool and serve the next workspace.
     */
    public static void lock(EntityManager em, UUID tenant, boolean readOnly) {
        em.setProperty(PROPERTY, tenant.toString());
        em.createNativeQuery("select set_config('app.tenant', ?, true), set_config('app.read_only', ?, true)")
            .setParameter(1, tenant.toString())
            .setParameter(2, readOnly ? "on" : "off")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true")
            .getSingleResult();
    }
}
