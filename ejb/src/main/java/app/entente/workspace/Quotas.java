package app.entente.workspace;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** How much the current workspace may hold, and what is refused beyond it (rules 3 and 4). Features say how much there is. */
@Stateless
@UseCases
public class Quotas {

    private static final long MEGABYTE = 1_048_576;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    CurrentTenant tenant;

    /** The limits: the workspace's own where the operator has set some, its plan's elsewhere. */
    @PermitAll
    public Quota here() {
        Workspace workspace = em.find(Workspace.class, tenant.id());
        Plan plan = em.find(Plan.class, workspace.getPlan());
        return workspace.quota().over(plan.quota());
    }

    /** The name of the plan. */
    @PermitAll
    public Plan plan() {
        return em.find(Plan.class, em.find(Workspace.class, tenant.id()).getPlan());
    }

    /** Refuses one more client file with {@code file.quota_reached} when so many are open already. */
    @PermitAll
    public void allowOneMoreFile(long open) {
        Integer limit = here().clients();
        if (limit != null && open >= limit) {
            throw new BusinessRuleViolation("file.quota_reached", limit);
        }
    }

    /** Refuses a new document with {@code file.storage_reached} when it does not fit beside what is kept; sizes in bytes. */
    @PermitAll
    public void allowStorage(long kept, long more) {
        Long limit = here().storage();
        if (limit != null && kept + more > limit) {
            throw new BusinessRuleViolation("file.storage_reached", limit / MEGABYTE);
        }
    }

    /** Whether a mail that may wait has to, so many having been written this month. */
    @PermitAll
    public boolean mailsSpent(long written) {
        Integer limit = here().mails();
        return limit != null && written >= limit;
    }
}
