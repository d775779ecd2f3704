package app.entente.identity;

import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/** Who is what in the current workspace, asked on each request. */
@Stateless
@UseCases
public class Seats {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;

    /** What this account is here, now. */
    @PermitAll
    public Seat of(UUID account) {
        String role = em.createQuery("select m.role from Membership m where m.accountId = :account and m.until is null", String.class)
            .setParameter("account", account).getResultStream().findFirst().orElse(null);
        UUID person = em.createQuery("select p.personId from PortalAccess p where p.accountId = :account and p.until is null", UUID.class)
            .setParameter("account", account).getResultStream().findFirst().orElse(null);
        return new Seat(role, person);
    }

    /** The account behind a person's portal; null when they have none. */
    @PermitAll
    public UUID accountOf(UUID person) {
        return em.createQuery("select p.accountId from PortalAccess p where p.personId = :person and p.until is null", UUID.class)
            .setParameter("person", person).getResultStream().findFirst().orElse(null);
    }

    /** Seats an account as owner; without effect when it already has a membership. Called when a workspace is opened. */
    @PermitAll
    public void seatOwner(UUID account) {
        if (of(account).role() == null) {
            em.persist(new Membership(account, "owner", clock.instant()));
        }
    }

    /** Gives a person's portal to an account; without effect when the account already has one here. */
    @PermitAll
    public void openPortal(UUID person, UUID account, UUID invitation) {
        if (of(account).personId() == null) {
            em.persist(new PortalAccess(person, account, invitation, clock.instant()));
        }
    }

    /** Ends a person's portal here, from the next click on; without effect when they have none. Their account and other places stay. */
    @PermitAll
    public void closePortal(UUID person) {
        em.createQuery("select p from PortalAccess p where p.personId = :person and p.until is null", PortalAccess.class)
            .setParameter("person", person).getResultList().forEach(access -> access.revoke(clock.instant()));
    }
}
