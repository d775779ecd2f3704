package app.entente.file;

import app.entente.identity.Role;
import app.entente.tenant.UseCases;
import app.entente.workspace.Quotas;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Holds the number of open files to the workspace's quota: the one too many is undone with {@code file.quota_reached}. */
@Stateless
@UseCases
public class FileQuota {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Quotas quotas;

    /** A file has been opened; it counts already. */
    @PermitAll
    public void hold(@Observes FileOpened opened) {
        quotas.allowOneMoreFile(open() - 1);
    }

    /** How many more files may be open; null when as many as one likes. */
    @RolesAllowed(Role.PRACTITIONER)
    public Integer room() {
        Integer limit = quotas.here().clients();
        return limit == null ? null : (int) Math.max(0, limit - open());
    }

    private long open() {
        return em.createQuery("select count(f) from ClientFile f where f.status = 'open'", Long.class).getSingleResult();
    }
}
