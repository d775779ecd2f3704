package app.entente.notification;

import app.entente.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A mail of the platform itself, to somebody who is in no workspace yet: queued → sent, or failed. Rules 1 to 6 hold as for any other. */
@Entity
@Table(name = "platform_mail")
public class PlatformMail implements Letter {

    private static final int LONGEST_ERROR = 300;

    @Id
    private UUID id;
    @Column(name = "dedup_key")
    private String dedupKey;
    private String recipient;
    private String language;
    private String subject;
    private String body;
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
    @Version
    private int version;

    protected PlatformMail() {
    }

    /** A mail that is due at once; refused as {@link Mail} refuses. */
    PlatformMail(String dedupKey, String recipient, String language, String subject, String body, Instant now) {
        Mail checked = new Mail(dedupKey, recipient, language, subject, body, now);
        this.id = Ids.next();
        this.dedupKey = dedupKey;
        this.recipient = checked.getRecipient();
        this.language = language;
        this.subject = checked.getSubject();
        this.body = body;
        this.status = "queued";
        this.nextAt = now;
        this.createdAt = now;
    }

    /** It has left; it keeps no text. */
    void left(Instant now) {
        status = "sent";
        attempts++;
        sentAt = now;
        lastError = null;
        body = "";
    }

    /** It could not be sent: tried again later, or given up. */
    void stayed(String error, boolean forGood, Instant now) {
        attempts++;
        lastError = error == null ? "" : error.substring(0, Math.min(LONGEST_ERROR, error.length()));
        if (forGood || attempts >= Mail.MOST_ATTEMPTS) {
            status = "failed";
            body = "";
        } else {
            nextAt = now.plusSeconds(30L << attempts);
        }
    }

    @Override
    public UUID getId() {
        return id;
    }

    String getDedupKey() {
        return dedupKey;
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
    public Instant getCreatedAt() {
        return createdAt;
    }
}
