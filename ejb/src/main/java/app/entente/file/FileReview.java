package app.entente.file;

import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Which files change with the day, in all workspaces: identifiers only. */
@Stateless
@PlatformUseCases
public class FileReview {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** A file to look at. */
    public record Due(UUID tenant, UUID file) {
    }

    /** The next files to look at. */
    @PermitAll
    public List<Due> due() {
        // Native: the directory's function is the only way to look across workspaces.
        List<?> rows = em.createNativeQuery("select cast(tenant_id as text), cast(id as text) from files_to_review()")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Due(UUID.fromString((String) row[0]), UUID.fromString((String) row[1]))).toList();
    }
}
