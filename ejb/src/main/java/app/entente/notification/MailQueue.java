package app.entente.notification;

import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Which mails are due, in all workspaces: identifiers only. */
@Stateless
@PlatformUseCases
public class MailQueue {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** A mail that waits. */
    public record Due(UUID tenant, UUID mail) {
    }

    /** The next mails, longest due first. */
    @PermitAll
    public List<Due> due() {
        // Native: the directory's function is the only way to look across workspaces.
        List<?> rows = em.createNativeQuery("select cast(tenant_id as text), cast(id as text) from mails_to_send()")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getResultList();
        return rows.stream().map(Object[].class::cast)
            .map(row -> new Due(UUID.fromString((String) row[0]), UUID.fromString((String) row[1]))).toList();
    }
}
