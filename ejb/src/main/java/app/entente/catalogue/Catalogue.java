package app.entente.catalogue;

import app.entente.identity.Role;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Approaches and steps of the current practice, in its order. Public: the practice's page shows them. */
@Stateless
@UseCases
public class Catalogue {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** The approaches, published or not. */
    @PermitAll
    public List<Approach> approaches() {
        return em.createQuery("select a from Approach a order by a.position", Approach.class).getResultList();
    }

    /** The steps of the path that the practice shows, in its order. */
    @PermitAll
    public List<ProcessStep> steps() {
        return em.createQuery("select s from ProcessStep s where s.hidden = false order by s.position", ProcessStep.class).getResultList();
    }

    /** Every step, shown or not, in the practice's order. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<ProcessStep> process() {
        return em.createQuery("select s from ProcessStep s order by s.position", ProcessStep.class).getResultList();
    }

    /** One step. */
    @RolesAllowed(Role.PRACTITIONER)
    public ProcessStep step(UUID id) {
        return em.createQuery("select s from ProcessStep s where s.id = :id", ProcessStep.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /**
     * Replaces what the practice says of a step; the version is the one the form was made from. Files keep what was said when they came to it.
     * Refused with {@code catalogue.step_title}, {@code catalogue.step_meetings} or {@code catalogue.step_last} when none would be shown.
     */
    @RolesAllowed(Role.PRACTITIONER)
    public void correct(UUID step, StepWording wording, int version) {
        ProcessStep found = step(step);
        if (found.getVersion() != version) {
            throw new OptimisticLockException(found);
        }
        if (wording.isHidden() && process().stream().allMatch(other -> other.isHidden() || other.getId().equals(step))) {
            throw new BusinessRuleViolation("catalogue.step_last");
        }
        found.correct(wording);
    }

    /** Exchanges a step with the one before it, or after it; without effect at the end. */
    @RolesAllowed(Role.PRACTITIONER)
    public void shift(UUID step, boolean up) {
        ProcessStep found = step(step);
        List<ProcessStep> all = process();
        int place = all.stream().map(ProcessStep::getId).toList().indexOf(found.getId());
        int other = place + (up ? -1 : 1);
        if (other >= 0 && other < all.size()) {
            all.get(place).exchange(all.get(other));
        }
    }

    /** Writes the seed of a new practice. */
    @PermitAll
    public void adopt(List<Approach> approaches, List<ProcessStep> steps) {
        approaches.forEach(em::persist);
        steps.forEach(em::persist);
    }
}
