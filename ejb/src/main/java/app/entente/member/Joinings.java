package app.entente.member;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.NotFound;
import app.entente.tenant.InTenant;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** The workspaces that the signed-in person is asked to work in. Outside every workspace: they are not in any of them yet. */
@Stateless
@PlatformUseCases
public class Joinings {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Caller caller;
    @Inject
    InTenant inTenant;
    @Inject
    MemberWork work;

    /** Those that wait for an answer of this account, given with this address, or for its second factor. */
    @RolesAllowed(Role.PERSON)
    public List<Joining> mine() {
        Instant now = clock.instant();
        // Native: the directory's function is the only way to look across workspaces.
        List<?> rows = em.createNativeQuery("select cast(tenant_id as text), cast(id as text), slug, name, accent, role, status, expires_at from joinings_of(cast(? as uuid))")
            .setParameter(1, caller.accountId().toString()).setHint("eclipselink.jdbc.allow-native-sql-query", "true").getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Joining(UUID.fromString((String) row[0]), UUID.fromString((String) row[1]), (String) row[2],
                (String) row[3], (String) row[4], (String) row[5], "confirmed".equals(row[6]), instant(row[7])))
            .filter(joining -> joining.confirmed() || now.isBefore(joining.expiresAt())).toList();
    }

    /**
     * Accepts one of them; not found when it is not one of {@link #mine}.
     *
     * @return whether the person works there from now on; otherwise a second factor has to be set up first
     */
    @RolesAllowed(Role.PERSON)
    public boolean accept(UUID invitation) {
        Joining joining = find(invitation);
        AtomicBoolean seated = new AtomicBoolean();
        inTenant.run(joining.workspace(), () -> seated.set(work.accept(invitation, caller.accountId(), caller.subject(), caller.email())));
        return seated.get();
    }

    /** Declines one of them; not found when it is not one of {@link #mine}. */
    @RolesAllowed(Role.PERSON)
    public void decline(UUID invitation) {
        inTenant.run(find(invitation).workspace(), () -> work.decline(invitation, caller.subject(), caller.email()));
    }

    private Joining find(UUID invitation) {
        return mine().stream().filter(joining -> joining.id().equals(invitation) && !joining.confirmed()).findFirst().orElseThrow(NotFound::new);
    }

    private static Instant instant(Object time) {
        return time instanceof OffsetDateTime offset ? offset.toInstant() : time == null ? null : ((Timestamp) time).toInstant();
    }
}
