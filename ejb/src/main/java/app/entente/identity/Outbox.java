package app.entente.identity;

import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** What this workspace wants of the identity provider. It is carried out after the transaction that asked, until it has worked (rule 6). */
@Stateless
@UseCases
public class Outbox {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;

    /** Asks for something; once more when it was done or parked, without effect while it waits. */
    @PermitAll
    public void ask(Command command) {
        Optional<OutboxCommand> known = find(command);
        if (known.isEmpty()) {
            em.persist(new OutboxCommand(command.kind(), command.subjectId(), clock.instant()));
        } else if (!"waiting".equals(known.get().getStatus())) {
            known.get().askAgain(clock.instant());
        }
    }

    /** How far it is. */
    @PermitAll
    public CommandState state(Command command) {
        return find(command).map(Outbox::stateOf).orElse(CommandState.NONE);
    }

    private static CommandState stateOf(OutboxCommand command) {
        return switch (command.getStatus()) {
            case "done" -> CommandState.DONE;
            case "parked" -> CommandState.PARKED;
            default -> command.getAttempts() == 0 ? CommandState.WAITING : CommandState.DELAYED;
        };
    }

    private Optional<OutboxCommand> find(Command command) {
        return em.createQuery("select c from OutboxCommand c where c.kind = :kind and c.subjectId = :subject", OutboxCommand.class)
            .setParameter("kind", command.kind()).setParameter("subject", command.subjectId()).getResultStream().findFirst();
    }
}
