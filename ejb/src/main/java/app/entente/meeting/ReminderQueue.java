package app.entente.meeting;

import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Which meetings are near and have not been reminded of, in all workspaces: identifiers only. */
@Stateless
@PlatformUseCases
public class ReminderQueue {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** A meeting that is near. */
    public record Near(UUID tenant, UUID meeting) {
    }

    /** The next meetings, nearest first. */
    @PermitAll
    public List<Near> near() {
        // Native: the directory's function is the only way to look across workspaces.
        List<?> rows = em.createNativeQuery("select cast(tenant_id as text), cast(id as text) from meetings_to_remind_of()")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getResultList();
        return rows.stream().map(Object[].class::cast)
            .map(row -> new Near(UUID.fromString((String) row[0]), UUID.fromString((String) row[1]))).toList();
    }
}
