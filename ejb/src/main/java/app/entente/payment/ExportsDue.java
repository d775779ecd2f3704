package app.entente.payment;

import app.entente.document.WorkLeft;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Which exports of any workspace are to be made or erased: asked of the directory, which tells nothing else of them. */
@Stateless
@PlatformUseCases
public class ExportsDue {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** The oldest first, then those that failed and are due again; at most 50. */
    @PermitAll
    @SuppressWarnings("unchecked")
    public List<WorkLeft.Due> due() {
        // A function with columns cannot be called in JPQL.
        List<Object[]> rows = em.createNativeQuery("select tenant_id, id from exports_due()").setHint("eclipselink.jdbc.allow-native-sql-query", "true").getResultList();
        return rows.stream().map(row -> new WorkLeft.Due((UUID) row[0], (UUID) row[1])).toList();
    }
}
