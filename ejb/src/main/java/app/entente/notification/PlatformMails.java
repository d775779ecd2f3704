package app.entente.notification;

import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;

/** Mails of the platform itself: where they are handed in, and how they leave. */
@Stateless
@PlatformUseCases
public class PlatformMails {

    private static final Logger LOG = Logger.getLogger(PlatformMails.class.getName());

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Postman postman;

    /** Queues a mail as {@link Mails#queue} does, for somebody who is in no workspace. */
    @PermitAll
    public void queue(String dedupKey, String to, String language, String subject, String body) {
        PlatformMail mail = new PlatformMail(dedupKey, to, language, subject, body, clock.instant());
        // Native: a key that is there already must be passed over, not break the caller's transaction.
        em.createNativeQuery("insert into platform_mail (id, dedup_key, recipient, language, subject, body, status, next_at, created_at) "
                + "values (cast(? as uuid), ?, ?, ?, ?, ?, 'queued', ?, ?) on conflict (dedup_key) do nothing")
            .setParameter(1, mail.getId().toString()).setParameter(2, mail.getDedupKey()).setParameter(3, mail.getRecipient())
            .setParameter(4, mail.getLanguage()).setParameter(5, mail.getSubject()).setParameter(6, mail.getBody())
            .setParameter(7, Timestamp.from(mail.getCreatedAt())).setParameter(8, Timestamp.from(mail.getCreatedAt()))
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").executeUpdate();
    }

    /** The next that are due. */
    @PermitAll
    public List<UUID> due() {
        return em.createQuery("select m.id from PlatformMail m where m.status = 'queued' and m.nextAt <= :now order by m.nextAt", UUID.class)
            .setParameter("now", clock.instant()).setMaxResults(50).getResultList();
    }

    /** Sends one that is still due, in a transaction of its own with its row locked. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void send(UUID id) {
        em.createQuery("select m from PlatformMail m where m.id = :id and m.status = 'queued' and m.nextAt <= :now", PlatformMail.class)
            .setParameter("id", id).setParameter("now", clock.instant()).setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream().findFirst().ifPresent(mail -> {
                try {
                    postman.carry(mail);
                    mail.left(clock.instant());
                } catch (NotCarried e) {
                    mail.stayed(e.getMessage(), e.forGood(), clock.instant());
                    LOG.warning(() -> "platform mail " + id + " was not sent: " + e.getMessage());
                }
            });
    }
}
