package app.entente.notification;

import app.entente.person.Person;
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
import java.util.UUID;

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
     * Queues a mail to somebody the workspace knows, in their language, when an address is safe for them (rule 7); it leaves once this transaction
     * has been committed, if the address is safe then too.
     *
     * @param dedupKey as for {@link #queue}
     * @return whether there was a safe address to write to
     */
    @PermitAll
    public boolean write(Person person, String dedupKey, String subject, String body) {
        String address = person.getSafeEmail();
        if (address == null || address.isBlank()) {
            return false;
        }
        keep(new Mail(dedupKey, address, person.getLanguage(), subject, body, clock.instant()), person.getId());
        return true;
    }

    /**
     * Queues a mail to an address that is no client's: the practice's own, a member's. To somebody the workspace knows, {@link #write}. It leaves once
     * this transaction has been committed.
     *
     * @param dedupKey names what the mail tells about; the same key again changes nothing (rule 2)
     * @param to one plain address; anything else is refused with {@code notification.recipient}
     * @param language {@code fr} or {@code en}
     * @param subject discreet: it shows on locked screens; refused with {@code notification.subject} when empty or with a line break
     * @param body plain text with one link
     */
    @PermitAll
    public void queue(String dedupKey, String to, String language, String subject, String body) {
        keep(new Mail(dedupKey, to, language, subject, body, clock.instant()), null);
    }

    private void keep(Mail mail, UUID person) {
        // Native: a key that another transaction has just taken must be passed over, not break the caller's transaction.
        em.createNativeQuery("insert into mail (id, dedup_key, recipient, language, subject, body, status, next_at, created_at, person_id) "
                + "values (cast(? as uuid), ?, ?, ?, ?, ?, 'queued', ?, ?, cast(? as uuid)) on conflict (tenant_id, dedup_key) do nothing")
            .setParameter(1, mail.getId().toString()).setParameter(2, mail.getDedupKey()).setParameter(3, mail.getRecipient())
            .setParameter(4, mail.getLanguage()).setParameter(5, mail.getSubject()).setParameter(6, mail.getBody())
            .setParameter(7, Timestamp.from(mail.getNextAt())).setParameter(8, Timestamp.from(mail.getCreatedAt()))
            .setParameter(9, person == null ? null : person.toString())
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").executeUpdate();
    }

    /**
     * Puts a calendar object into the mail that waits under a key; without effect when it has left, or carries one already.
     *
     * @param calendar one or several objects of RFC 5545, as discreet as the mail (rule 1)
     */
    @PermitAll
    public void enclose(String dedupKey, String calendar) {
        em.createQuery("update Mail m set m.calendar = :calendar where m.dedupKey = :key and m.status = 'queued' and m.calendar is null")
            .setParameter("calendar", calendar).setParameter("key", dedupKey).executeUpdate();
    }

    /**
     * Queues a mail that can wait, such as a reminder: as {@link #write}, but when the workspace has spent its mails of the month it leaves on the
     * first day of the next one.
     *
     * @return whether there was a safe address to write to
     */
    @PermitAll
    public boolean writeWhenThereIsRoom(Person person, String dedupKey, String subject, String body) {
        if (!write(person, dedupKey, subject, body)) {
            return false;
        }
        ZonedDateTime month = clock.instant().atZone(ZoneOffset.UTC).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
        long written = em.createQuery("select count(m) from Mail m where m.createdAt >= :month", Long.class)
            .setParameter("month", month.toInstant()).getSingleResult();
        if (quotas.mailsSpent(written - 1)) {
            em.createQuery("select m from Mail m where m.dedupKey = :key and m.status = 'queued' and m.attempts = 0", Mail.class).setParameter("key", dedupKey)
                .getResultStream().findFirst().ifPresent(mail -> mail.waitUntil(month.plusMonths(1).toInstant()));
        }
        return true;
    }

    /** What became of the mail queued under a key; null when there is none. */
    @PermitAll
    public MailFate fate(String dedupKey) {
        return em.createQuery("select m from Mail m where m.dedupKey = :key", Mail.class).setParameter("key", dedupKey)
            .getResultStream().findFirst().map(Mail::fate).orElse(null);
    }
}
