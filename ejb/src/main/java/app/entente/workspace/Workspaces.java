package app.entente.workspace;

import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Finds workspaces by their word in the address. */
@Stateless
@PlatformUseCases
public class Workspaces {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** The workspace with that word, in any stage between open and closing; null when there is none. */
    @PermitAll
    public Workspace find(String slug) {
        return em.createQuery("select w from Workspace w where w.slug = :slug and w.status in ('open', 'suspended', 'closing')", Workspace.class)
            .setParameter("slug", slug).getResultStream().findFirst().orElse(null);
    }

    /** The workspace of an identifier; null when there is none. */
    @PermitAll
    public Workspace find(UUID id) {
        return em.find(Workspace.class, id);
    }

    /** Every workspace that was not erased, for work that goes round. */
    @PermitAll
    public List<UUID> living() {
        return em.createQuery("select w.id from Workspace w where w.status in ('open', 'suspended', 'closing') order by w.id", UUID.class).getResultList();
    }

    /** Practices that anybody may visit, by name; for the platform's front page. */
    @PermitAll
    public List<Workspace> open() {
        return em.createQuery("select w from Workspace w where w.status = 'open' order by w.name", Workspace.class).setMaxResults(12).getResultList();
    }

    /** Opens a workspace; without effect when its word is already taken by itself. */
    @PermitAll
    public void open(Workspace workspace) {
        if (em.find(Workspace.class, workspace.getId()) == null) {
            em.persist(workspace);
        }
    }
}
