package app.entente.signing;

import app.entente.document.WorkLeft;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Which signings wait for their seal or have run out of time, in all workspaces: identifiers only. */
@Stateless
@PlatformUseCases
public class SigningQueue {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** The next of them, the oldest first. */
    @PermitAll
    public List<WorkLeft.Due> due() {
        // Native: the directory's function is the only way to look across workspaces.
        List<?> rows = em.createNativeQuery("select cast(tenant_id as text), cast(id as text) from signings_to_finish()")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getResultList();
        return rows.stream().map(Object[].class::cast)
            .map(row -> new WorkLeft.Due(UUID.fromString((String) row[0]), UUID.fromString((String) row[1]))).toList();
    }
}
