package app.entente.tenant;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** What waits for a timer in any workspace: asked of the directory's functions, which tell which row of which workspace and nothing else of it. */
@Stateless
@PlatformUseCases
public class Waiting {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** A row that waits, and its workspace. */
    public record Due(UUID tenant, UUID id) {
    }

    /**
     * What such a function gives now: the next rows, in the order of their turn.
     *
     * @param function its name, e.g. {@code mails_to_send}; anything but lower-case words is refused with an {@link IllegalArgumentException}
     */
    @PermitAll
    public List<Due> due(String function) {
        if (!function.matches("[a-z_]+")) {
            throw new IllegalArgumentException(function);
        }
        // Native: a function with columns cannot be called in JPQL, and it is the only way to look across workspaces.
        List<?> rows = em.createNativeQuery("select tenant_id, id from " + function + "()").setHint("eclipselink.jdbc.allow-native-sql-query", "true").getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Due((UUID) row[0], (UUID) row[1])).toList();
    }
}
