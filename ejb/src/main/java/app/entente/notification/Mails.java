package app.entente.notification;

import app.entente.tenant.UseCases;
import app.entente.workspace.Quotas;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Where features hand in their mails. */
@Stateless
@UseCases
public class Mails {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Quotas quotas;

    /**
     * Queues a mail; it leaves once this transaction has been committed.
     *
     * @param dedupKey names what the mail tells about; the same key again changes nothing (rule 2)
     * @param to one plain address; anything else is refused with {@code notification.recipient}
     * @param language {@code fr} or {@code en}
     * @param subject discreet: it shows on locked screens; refused with {@code notification.subject} when empty or with a line break
     * @param body plain text with one link
     */
    @PermitAll
    public void queue(String dedupKey, String to, String language, String subject, String body) {
        Mail mail = new Mail(dedupKey, to, language, subject, body, clock.instant());
        // Native: a key that another transaction has just taken must be passed over, not break the caller's transaction.
        em.createNativeQuery("insert into mail (id, dedup_key, recipient, language, subject, body, status, next_at, created_at) "
                + "values (cast(? as uuid), ?, ?, ?, ?, ?, 'queued', ?, ?) on conflict (tenant_id, dedup_key) do nothing")
            .setParameter(1, mail.getId().toString()).setParameter(2, mail.getDedupKey()).setParameter(3, mail.getRecipient())
            .setParameter(4, mail.getLanguage()).setParameter(5, mail.getSubject()).setParameter(6, mail.getBody())
            .setParameter(7, Timestamp.from(mail.getNextAt())).setParameter(8, Timestamp.from(mail.getCreatedAt()))
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").executeUpdate();
    }

    /**
     * Queues a mail that can wait, such as a reminder: as {@link #queue}, but when the workspace has spent its mails of the month it leaves on the
     * first day of the next one.
     */
    @PermitAll
    public void queueWhenThereIsRoom(String dedupKey, String to, String language, String subject, String body) {
        queue(dedupKey, to, language, subject, body);
        ZonedDateTime month = clock.instant().atZone(ZoneOffset.UTC).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
        long written = em.createQuery("select count(m) from Mail m where m.createdAt >= :month", Long.class)
            .setParameter("month", month.toInstant()).getSingleResult();
        if (quotas.mailsSpent(written - 1)) {
            em.createQuery("select m from Mail m where m.dedupKey = :key and m.status = 'queued' and m.attempts = 0", Mail.class).setParameter("key", dedupKey)
                .getResultStream().findFirst().ifPresent(mail -> mail.waitUntil(month.plusMonths(1).toInstant()));
        }
    }

    /** What became of the mail queued under a key; null when there is none. */
    @PermitAll
    public MailFate fate(String dedupKey) {
        return em.createQuery("select m from Mail m where m.dedupKey = :key", Mail.class).setParameter("key", dedupKey)
            .getResultStream().findFirst().map(Mail::fate).orElse(null);
    }
}
