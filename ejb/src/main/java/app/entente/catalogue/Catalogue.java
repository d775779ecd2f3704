package app.entente.catalogue;

import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

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

    /** The steps of the path. */
    @PermitAll
    public List<ProcessStep> steps() {
        return em.createQuery("select s from ProcessStep s order by s.position", ProcessStep.class).getResultList();
    }

    /** Writes the seed of a new practice. */
    @PermitAll
    public void adopt(List<Approach> approaches, List<ProcessStep> steps) {
        approaches.forEach(em::persist);
        steps.forEach(em::persist);
    }
}
