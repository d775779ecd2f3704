package app.entente.document;

import app.entente.kernel.Failure;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;

/** Remembers which work of the current workspace failed and when it is tried again. */
@Stateless
@UseCases
public class Postponements {

    private static final Logger LOG = Logger.getLogger(Postponements.class.getName());

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;

    /**
     * Notes that it failed, and tells the log under a reference. What an exception says is left out, as it may quote a name: only its kind and where it was thrown.
     *
     * @param kind what was to be made, e.g. {@code receipt}
     * @return how often it failed so far
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int later(String kind, UUID subject, Throwable failure) {
        Postponement postponed = find(subject).orElseGet(() -> {
            Postponement first = new Postponement(kind, subject);
            em.persist(first);
            return first;
        });
        postponed.failed(ThreadLocalRandom.current().nextDouble(), clock.instant());
        LOG.severe(() -> "%s: %s %s is made later, after %d attempts not before %s; %s".formatted(postponed.getReference(), kind, subject, postponed.getAttempts(),
            postponed.getNextAt(), Failure.told(failure)));
        return postponed.getAttempts();
    }

    /** Notes that it worked; without effect when it never failed. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void over(UUID subject) {
        find(subject).ifPresent(em::remove);
    }

    private Optional<Postponement> find(UUID subject) {
        return em.createQuery("select p from Postponement p where p.subjectId = :subject", Postponement.class).setParameter("subject", subject)
            .getResultStream().findFirst();
    }
}
