package app.entente.meeting;

import app.entente.kernel.Ids;
import app.entente.kernel.Sha256;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A private address under which a calendar program reads somebody's meetings (rule 11). It knows only the digest of its secret: 256 random bits. */
@Entity
@Table(name = "calendar_feed")
public class CalendarFeed extends TenantRecord {

    /** Meetings bear the reference of their file. */
    public static final String REFERENCE = "reference";
    /** Meetings bear the initials of their client. */
    public static final String INITIALS = "initials";
    /** Meetings bear what their client wishes. */
    static final String PLAIN = "plain";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    @Column(name = "account_id")
    private UUID accountId;
    @Column(name = "person_id")
    private UUID personId;
    private String digest;
    private String titles;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected CalendarFeed() {
    }

    private CalendarFeed(UUID accountId, UUID personId, String secret, String titles, Instant now) {
        super(Ids.next());
        this.accountId = accountId;
        this.personId = personId;
        this.digest = digest(secret);
        this.titles = titles;
        this.createdAt = now;
    }

    /** The feed of somebody who works here. */
    static CalendarFeed ofAccount(UUID account, String secret, String titles, Instant now) {
        return new CalendarFeed(account, null, secret, INITIALS.equals(titles) ? INITIALS : REFERENCE, now);
    }

    /** The feed of a client. */
    static CalendarFeed ofPerson(UUID person, String secret, Instant now) {
        return new CalendarFeed(null, person, secret, PLAIN, now);
    }

    /** A new secret, for an address. */
    static String secret() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of a secret; any text has a digest, only a secret's is known. */
    static String digest(String secret) {
        return Sha256.of((secret == null ? "" : secret).getBytes(StandardCharsets.US_ASCII)).toString();
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    boolean revoked() {
        return revokedAt != null;
    }

    UUID accountId() {
        return accountId;
    }

    UUID personId() {
        return personId;
    }

    /** What meetings are called in it. */
    public String getTitles() {
        return titles;
    }

    /** When the address was made, UTC. */
    public Instant getCreatedAt() {
        return createdAt;
    }
}
