package app.entente.meeting;

import app.entente.kernel.NotFound;
import app.entente.tenant.InTenant;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Where calendar programs knock, with nothing but a secret address (rule 11). */
@Stateless
@PlatformUseCases
public class FeedDoor {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    InTenant inTenant;
    @Inject
    FeedWork work;

    /** The calendar behind a secret; {@link NotFound} when it is unknown or revoked, its owner is here no more or the workspace is not open. */
    @PermitAll
    public String read(String secret) {
        // Native: the directory's function is the only way to find a feed without knowing its workspace.
        List<?> rows = em.createNativeQuery("select cast(tenant_id as text), cast(id as text) from feed_of(?)")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").setParameter(1, CalendarFeed.digest(secret)).getResultList();
        Object[] row = rows.stream().map(Object[].class::cast).findFirst().orElseThrow(NotFound::new);
        AtomicReference<String> text = new AtomicReference<>();
        inTenant.run(UUID.fromString((String) row[0]), () -> text.set(work.text(UUID.fromString((String) row[1]))));
        return text.get();
    }
}
