package app.entente.identity;

import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Carries out one command of the current workspace, in a transaction of its own. */
@Stateless
@UseCases
public class OutboxWork {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Event<CommandStarted> started;

    /** Does what a command asks for; without effect when another node was faster. Whatever goes wrong undoes the whole step. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void carryOut(UUID id) {
        waiting(id).ifPresent(command -> {
            started.fire(new CommandStarted(new Command(command.getKind(), command.getSubjectId())));
            command.done(clock.instant());
        });
    }

    /** Notes that it did not work. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(UUID id, String error, boolean park) {
        waiting(id).ifPresent(command -> command.failed(error, park, ThreadLocalRandom.current().nextDouble(), clock.instant()));
    }

    private Optional<OutboxCommand> waiting(UUID id) {
        return em.createQuery("select c from OutboxCommand c where c.id = :id and c.status = 'waiting' and c.nextAt <= :now", OutboxCommand.class)
            .setParameter("id", id).setParameter("now", clock.instant()).setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream().findFirst();
    }
}
