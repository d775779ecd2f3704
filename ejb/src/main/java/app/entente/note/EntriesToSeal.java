package app.entente.note;

import app.entente.document.WorkLeft;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Which signed entries of any workspace still wait for their document: asked of the directory, which tells nothing else of them. */
@Stateless
@PlatformUseCases
public class EntriesToSeal {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** Those signed more than five seconds ago, oldest first, then those that failed and are due again; at most 100. */
    @PermitAll
    @SuppressWarnings("unchecked")
    public List<WorkLeft.Due> due() {
        // A function with columns cannot be called in JPQL.
        List<Object[]> rows = em.createNativeQuery("select tenant_id, id from entries_to_seal()")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getResultList();
        return rows.stream().map(row -> new WorkLeft.Due((UUID) row[0], (UUID) row[1])).toList();
    }

    /** The same for addenda, which stand in the place of the entry. */
    @PermitAll
    @SuppressWarnings("unchecked")
    public List<WorkLeft.Due> addenda() {
        // A function with columns cannot be called in JPQL.
        List<Object[]> rows = em.createNativeQuery("select tenant_id, id from addenda_to_seal()")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getResultList();
        return rows.stream().map(row -> new WorkLeft.Due((UUID) row[0], (UUID) row[1])).toList();
    }
}
