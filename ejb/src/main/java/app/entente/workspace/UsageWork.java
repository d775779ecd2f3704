package app.entente.workspace;

import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;

/** Counts the current workspace. */
@Stateless
@UseCases
public class UsageWork {

    /** From so many hundredths of the quota on, somebody is told. */
    private static final int NEAR = 80;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    CurrentTenant tenant;
    @Inject
    Quotas quotas;
    @Inject
    Event<QuotaApproached> approached;

    /** Writes down how much there is, for the operator; tells when the mails of the month come near their quota. */
    @PermitAll
    public void count() {
        // Native: the counting function lies beside the tables it counts.
        em.createNativeQuery("select 1 from take_usage()").setHint("eclipselink.jdbc.allow-native-sql-query", "true").getResultList();
        Object[] mails = (Object[]) em.createNativeQuery("select mails_month, cast(month as text) from workspace_usage")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getSingleResult();
        int written = ((Number) mails[0]).intValue();
        int percent = Quota.percent(written, quotas.here().mails());
        if (percent >= NEAR) {
            approached.fire(new QuotaApproached(tenant.id(), LocalDate.parse((String) mails[1]), percent >= 100 ? 100 : NEAR));
        }
    }
}
