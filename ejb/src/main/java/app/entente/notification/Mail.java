package app.entente.notification;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** One mail on its way: queued → sent, or failed. */
@Entity
public class Mail extends TenantRecord implements Letter {

    /** After so many attempts a mail is given up: by then about five hours have passed. */
    public static final int MOST_ATTEMPTS = 9;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);
    private static final int LONGEST_ERROR = 300;

    @Column(name = "dedup_key")
    private String dedupKey;
    private String recipient;
    private String language;
    private String subject;
    private String body;
    private String calendar;
    private String status;
    private int attempts;
    @Column(name = "next_at")
    private Instant nextAt;
    @Column(name = "sent_at")
    private Instant sentAt;
    @Column(name = "last_error")
    private String lastError;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "person_id")
    private UUID personId;

    protected Mail() {
    }

    /** A mail that is due at once; refused with {@code notification.recipient} or {@code notification.subject} when it could carry more headers (rule 3). */
    Mail(String dedupKey, String recipient, String language, String subject, String body, Instant now) {
        super(Ids.next());
        this.dedupKey = dedupKey;
        this.recipient = checkedRecipient(recipient);
        this.language = language;
        this.subject = checkedSubject(subject);
        this.body = body;
        this.status = "queued";
        this.nextAt = now;
        this.createdAt = now;
    }

    private static String checkedRecipient(String recipient) {
        try {
            if (recipient == null || recipient.chars().anyMatch(c -> c <= ' ' || c == ',' || c == 127)) {
                throw new AddressException("more than one address");
            }
            new InternetAddress(recipient, true).validate();
            return recipient.toLowerCase(Locale.ROOT);
        } catch (AddressException e) {
            throw new BusinessRuleViolation("notification.recipient");
        }
    }

    private static String checkedSubject(String subject) {
        if (subject == null || subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw new BusinessRuleViolation("notification.subject");
        }
        return subject;
    }

    /** It leaves no earlier than then. */
    void waitUntil(Instant later) {
        if (later.isAfter(nextAt)) {
            nextAt = later;
        }
    }

    /** It has left (rules 5 and 6). */
    void left(Instant now) {
        status = "sent";
        attempts++;
        sentAt = now;
        lastError = null;
        body = "";
        calendar = null;
    }

    /** It does not leave: its address is not safe for this person any more (rule 7). */
    void withheld() {
        status = "failed";
        lastError = "not safe";
        body = "";
    }

    /**
     * It could not be sent (rule 4).
     *
     * @param jitter between 0 and 1: spreads the mails that failed together
     */
    void stayed(String error, boolean forGood, double jitter, Instant now) {
        attempts++;
        lastError = error == null ? "" : error.substring(0, Math.min(LONGEST_ERROR, error.length()));
        if (forGood || attempts >= MOST_ATTEMPTS) {
            status = "failed";
            body = "";
            calendar = null;
            return;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 10));
        long seconds = Math.min(wait.toSeconds(), LONGEST_WAIT.toSeconds());
        nextAt = now.plusSeconds(Math.round(seconds * (0.5 + jitter)));
    }

    String getDedupKey() {
        return dedupKey;
    }

    /** Whom the workspace knows it is to; null when it is to nobody of the kind. */
    UUID getPersonId() {
        return personId;
    }

    @Override
    public String getRecipient() {
        return recipient;
    }

    @Override
    public String getLanguage() {
        return language;
    }

    @Override
    public String getSubject() {
        return subject;
    }

    @Override
    public String getBody() {
        return body;
    }

    @Override
    public String getCalendar() {
        return calendar;
    }

    String getStatus() {
        return status;
    }

    int getAttempts() {
        return attempts;
    }

    Instant getNextAt() {
        return nextAt;
    }

    /** Where it is and since when. */
    MailFate fate() {
        return new MailFate(MailFate.State.valueOf(status.toUpperCase(Locale.ROOT)), sentAt == null ? createdAt : sentAt);
    }

    @Override
    public Instant getCreatedAt() {
        return createdAt;
    }
}
