package app.entente.notification;

import app.entente.person.People;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;

/** Sends one mail of the current workspace in a transaction of its own. */
@Stateless
@UseCases
public class MailWork {

    private static final Logger LOG = Logger.getLogger(MailWork.class.getName());

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    People people;
    @Inject
    Postman postman;

    /** Sends a mail that is still due; without effect when another node was faster (rule 5). */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void send(UUID id) {
        em.createQuery("select m from Mail m where m.id = :id and m.status = 'queued' and m.nextAt <= :now", Mail.class)
            .setParameter("id", id).setParameter("now", clock.instant()).setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream().findFirst().ifPresent(this::send);
    }

    private void send(Mail mail) {
        if (mail.getPersonId() != null && !mail.getRecipient().equalsIgnoreCase(people.known(mail.getPersonId()).getSafeEmail())) {
            mail.withheld();
            return;
        }
        try {
            postman.carry(mail);
        } catch (NotCarried e) {
            mail.stayed(e.getMessage(), e.forGood(), ThreadLocalRandom.current().nextDouble(), clock.instant());
            LOG.warning(() -> "mail " + mail.getId() + " was not sent, attempt " + mail.getAttempts() + ": " + e.getMessage());
            return;
        }
        mail.left(clock.instant());
    }
}
