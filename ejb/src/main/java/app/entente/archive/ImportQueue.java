package app.entente.archive;

import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Which imports of any workspace have something to do: asked of the directory, which tells nothing else of them. */
@Stateless
@PlatformUseCases
public class ImportQueue {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** An import and its workspace. */
    public record Due(UUID tenantId, UUID importId) {
    }

    /** Those that run, are taken back or are to be erased, longest waiting first; at most 50. */
    @PermitAll
    @SuppressWarnings("unchecked")
    public List<Due> due() {
        // A function with columns cannot be called in JPQL.
        List<Object[]> rows = em.createNativeQuery("select tenant_id, id from imports_to_run()")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getResultList();
        return rows.stream().map(row -> new Due((UUID) row[0], (UUID) row[1])).toList();
    }
}
