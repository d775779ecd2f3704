package app.entente.support;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Support access to the current workspace, decided by its practitioner. */
@Stateless
@UseCases
public class Support {

    private static final int MOST = 30;
    private static final int LONGEST_REASON = 1000;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    CurrentTenant tenant;
    @Inject
    Caller caller;
    @Inject
    Clock clock;

    /** The last thirty accesses, newest first. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<SupportRow> list() {
        return rows("").toList();
    }

    /** What concerns the practitioner at this moment, newest first: what is asked for and what lasts. Nothing for the operator who is looking. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<SupportRow> pending() {
        return Role.SUPPORT.equals(caller.role()) ? List.of()
            : rows("and (a.status = 'asked' or a.status = 'granted' and a.expiresAt > :now) ").toList();
    }

    /** Who of the platform can be let in. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<OperatorName> operators() {
        // The list of operators is a plain table without an entity of its own.
        return em.createNativeQuery("select cast(a.id as text), cast(a.email as text) from operator o join account a on a.id = o.account_id order by a.email")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getResultStream().map(Object[].class::cast)
            .map(row -> new OperatorName(UUID.fromString((String) ((Object[]) row)[0]), (String) ((Object[]) row)[1])).toList();
    }

    /** Accepts what an operator has asked for: thirty minutes from now. Refused with {@code support.decided}. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("support.granted")
    public void accept(UUID id) {
        SupportAccess access = find(id);
        access.grant(caller.accountId(), clock.instant());
        noted("support.granted", access.getOperatorId());
    }

    /** Declines it; refused like {@link #accept}. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("support.declined")
    public void decline(UUID id) {
        SupportAccess access = find(id);
        access.decline(caller.accountId(), clock.instant());
        noted("support.declined", access.getOperatorId());
    }

    /** Lets an operator in unasked; refused with {@code support.no_reason}, and as not found when it is no operator. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("support.granted")
    public UUID grant(UUID operator, String reason) {
        mustDecide();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new BusinessRuleViolation("support.no_reason");
        }
        if (operators().stream().noneMatch(known -> known.account().equals(operator))) {
            throw new NotFound();
        }
        SupportAccess access = new SupportAccess(tenant.id(), operator, reason.strip(), caller.accountId(), clock.instant());
        em.persist(access);
        em.flush();
        noted("support.granted", operator);
        return access.getId();
    }

    /** Ends an access from the next click on; refused with {@code support.over}. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("support.revoked")
    public void revoke(UUID id) {
        SupportAccess access = find(id);
        access.revoke(clock.instant());
        noted("support.revoked", access.getOperatorId());
    }

    /** The access by which this operator may look into the workspace now; null when there is none. Asked on each of their requests. */
    @PermitAll
    public SupportSeat seat(UUID operator) {
        Instant now = clock.instant();
        SupportAccess access = em.createQuery("select a from SupportAccess a where a.workspaceId = :workspace and a.operatorId = :operator "
                + "and a.status = 'granted' and a.expiresAt > :now order by a.expiresAt desc", SupportAccess.class)
            .setParameter("workspace", tenant.id()).setParameter("operator", operator).setParameter("now", now).setMaxResults(1)
            .getResultStream().findFirst().orElse(null);
        if (access == null) {
            return null;
        }
        // Not through the entity: two requests at once would be in each other's way.
        int fresh = em.createQuery("update SupportAccess a set a.lastUsedAt = :now where a.id = :id and (a.lastUsedAt is null or a.lastUsedAt <= :before)")
            .setParameter("now", now).setParameter("id", access.getId()).setParameter("before", now.minus(SupportAccess.NOTED_EVERY)).executeUpdate();
        if (fresh == 1) {
            noted("support.used", operator);
        }
        return new SupportSeat(access.getId(), access.getExpiresAt());
    }

    /** Notes in the workspace's trail that somebody looks by this access, whatever the page; once a minute at most. Asked after {@link #seat}. */
    @PermitAll
    @Audited("support.opened")
    public void looks(UUID access) {
        if (em.find(SupportAccess.class, access) == null) {
            throw new NotFound();
        }
    }

    private Stream<SupportRow> rows(String which) {
        var query = em.createQuery("select a, o.email from SupportAccess a, Account o where a.workspaceId = :workspace and o.id = a.operatorId " + which
            + "order by coalesce(a.decidedAt, a.askedAt) desc", Object[].class).setParameter("workspace", tenant.id()).setMaxResults(MOST);
        if (which.contains(":now")) {
            query.setParameter("now", clock.instant());
        }
        return query.getResultStream().map(row -> ((SupportAccess) row[0]).row((String) row[1], clock.instant()));
    }

    private SupportAccess find(UUID id) {
        mustDecide();
        return em.createQuery("select a from SupportAccess a where a.workspaceId = :workspace and a.id = :id", SupportAccess.class)
            .setParameter("workspace", tenant.id()).setParameter("id", id).setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** The operator who was let in decides nothing about it. */
    private void mustDecide() {
        if (Role.SUPPORT.equals(caller.role())) {
            throw new NotFound();
        }
    }

    private void noted(String kind, UUID operator) {
        em.flush();
        // Only the database's function writes the platform's trail.
        em.createNativeQuery("select cast(support_noted(?, cast(? as uuid), cast(? as uuid)) as text)")
            .setParameter(1, kind).setParameter(2, operator.toString()).setParameter(3, tenant.id().toString())
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getSingleResult();
    }
}
