package app.entente.file;

import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Takes one closed file of the current workspace where the day puts it; it never deletes anything (rule 14). */
@Stateless
@UseCases
public class FileReviewWork {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;

    /** Moves a file from closed to retained, from retained to due for review; without effect when it is not its day. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void review(UUID file) {
        LocalDate today = LocalDate.now(clock.withZone(workspaces.find(tenant.id()).getZone()));
        em.createQuery("select f from ClientFile f where f.id = :id", ClientFile.class).setParameter("id", file)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().ifPresent(found -> found.review(today));
    }
}
