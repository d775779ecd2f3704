package app.entente.identity;

import app.entente.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A login: one per human, made when somebody first arrives from the identity provider. */
@Entity
public class Account {

    @Id
    private UUID id;
    private String subject;
    private String email;
    private String locale;
    @jakarta.persistence.Column(name = "created_at")
    private Instant createdAt;
    @Version
    private int version;

    protected Account() {
    }

    Account(String subject, String email, String locale, Instant now) {
        this.id = Ids.next();
        this.subject = subject;
        this.email = email;
        this.locale = locale;
        this.createdAt = now;
    }

    /** Takes over what the provider says now. */
    void arrivedWith(String email, String locale) {
        this.email = email;
        this.locale = locale;
    }

    public UUID getId() {
        return id;
    }

    public String getSubject() {
        return subject;
    }

    public String getEmail() {
        return email;
    }
}
