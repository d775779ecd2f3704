package app.entente.identity;

import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

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
    public void ask(String kind, UUID subject) {
        Optional<OutboxCommand> known = find(kind, subject);
        if (known.isEmpty()) {
            em.persist(new OutboxCommand(kind, subject, clock.instant()));
        } else if (!"waiting".equals(known.get().getStatus())) {
            known.get().askAgain(clock.instant());
        }
    }

    /** How far it is. */
    @PermitAll
    public CommandState state(String kind, UUID subject) {
        return find(kind, subject).map(Outbox::state).orElse(CommandState.NONE);
    }

    private static CommandState state(OutboxCommand command) {
        return switch (command.getStatus()) {
            case "done" -> CommandState.DONE;
            case "parked" -> CommandState.PARKED;
            default -> command.getAttempts() == 0 ? CommandState.WAITING : CommandState.DELAYED;
        };
    }

    private Optional<OutboxCommand> find(String kind, UUID subject) {
        return em.createQuery("select c from OutboxCommand c where c.kind = :kind and c.subjectId = :subject", OutboxCommand.class)
            .setParameter("kind", kind).setParameter("subject", subject).getResultStream().findFirst();
    }
}
