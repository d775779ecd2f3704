package app.entente.identity;

import app.entente.kernel.NotFound;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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

    /** As what this account works here, now: the role of its membership (owner, assistant, supervisor); null when it does not. */
    @PermitAll
    public String roleOf(UUID account) {
        return em.createQuery("select m.role from Membership m where m.accountId = :account and m.until is null", String.class)
            .setParameter("account", account).getResultStream().findFirst().orElse(null);
    }

    /** The person whose portal this account is here, now; null when it is nobody's. */
    @PermitAll
    public UUID personOf(UUID account) {
        return em.createQuery("select p.personId from PortalAccess p where p.accountId = :account and p.until is null", UUID.class)
            .setParameter("account", account).getResultStream().findFirst().orElse(null);
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
        if (roleOf(account) == null) {
            em.persist(new Membership(account, "owner", null, clock.instant()));
        }
    }

    /**
     * Begins a membership; an account that works here already keeps the one it has.
     *
     * @param role {@code owner}, {@code assistant} or {@code supervisor}
     * @param name what they are called here; may be null
     * @return the membership
     */
    @PermitAll
    public UUID take(UUID account, String role, String name) {
        return em.createQuery("select m.id from Membership m where m.accountId = :account and m.until is null", UUID.class)
            .setParameter("account", account).getResultStream().findFirst().orElseGet(() -> {
                Membership membership = new Membership(account, role, name, clock.instant());
                em.persist(membership);
                em.flush();
                return membership.getId();
            });
    }

    /**
     * Ends a membership, from the next click on; not found when it is not there or has ended.
     *
     * @return whose it was
     */
    @PermitAll
    public UUID leave(UUID membership) {
        Membership found = em.createQuery("select m from Membership m where m.id = :id and m.until is null", Membership.class)
            .setParameter("id", membership).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(NotFound::new);
        found.end(clock.instant());
        em.flush();
        return found.getAccountId();
    }

    /** The account of a membership, also of one that has ended; null when there is none. */
    @PermitAll
    public UUID accountOfMembership(UUID membership) {
        return em.createQuery("select m.accountId from Membership m where m.id = :id", UUID.class)
            .setParameter("id", membership).getResultStream().findFirst().orElse(null);
    }

    /** Gives a person's portal to an account; without effect when the account already has one here. */
    @PermitAll
    public void openPortal(UUID person, UUID account, UUID invitation) {
        if (personOf(account) == null) {
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
