package app.entente.member;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.Sha256;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Somebody is asked to work here: preparing → sent → (confirmed →) accepted; or declined, or revoked before. */
@Entity
@Table(name = "member_invitation")
public class MemberInvitation extends TenantRecord {

    /** How long a link lives, from the moment its mail is queued. */
    static final Duration LIFE = Duration.ofDays(14);
    private static final Set<String> OPEN = Set.of("preparing", "sent", "confirmed");

    private String email;
    private String name;
    private String role;
    private String language;
    private String status;
    private int sendings;
    @Column(name = "token_hash")
    private byte[] tokenHash;
    @Column(name = "account_subject")
    private String accountSubject;
    private boolean enforced;
    private boolean fresh;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "sent_at")
    private Instant sentAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "membership_id")
    private UUID membershipId;

    protected MemberInvitation() {
    }

    MemberInvitation(String email, String name, String role, String language, Instant now) {
        super(Ids.next());
        this.email = email;
        this.name = name;
        this.role = role;
        this.language = language;
        this.status = "preparing";
        this.sendings = 1;
        this.createdAt = now;
    }

    /** Another link is wanted; the one before is dead. Refused with {@code member.over} when somebody has joined or the invitation is over. */
    void again() {
        if (!preparing() && !sent()) {
            throw new BusinessRuleViolation("member.over");
        }
        if (sent()) {
            status = "preparing";
            sendings++;
            tokenHash = null;
        }
    }

    /**
     * The account is there and the mail with this link is queued.
     *
     * @param enforced whether the provider already asks this account for a second factor
     * @param fresh whether the person has yet to choose a password
     */
    void sent(Sha256 link, String subject, boolean enforced, boolean fresh, Instant now) {
        this.status = "sent";
        this.tokenHash = link.bytes();
        this.accountSubject = subject;
        this.enforced = enforced;
        this.fresh = fresh;
        this.sentAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /** Whether the link works and may be accepted. */
    boolean alive(Instant now) {
        return sent() && now.isBefore(expiresAt);
    }

    /** The person has accepted; the second factor has still to be asked for. */
    void confirmed() {
        status = "confirmed";
    }

    /** The membership has begun. */
    void accepted(UUID membership, Instant now) {
        status = "accepted";
        membershipId = membership;
        endedAt = now;
    }

    /** The person would rather not. */
    void declined(Instant now) {
        status = "declined";
        endedAt = now;
    }

    /** Taken back before anybody joined; refused with {@code member.over} afterwards. */
    void revoke(Instant now) {
        if (!OPEN.contains(status)) {
            throw new BusinessRuleViolation("member.over");
        }
        status = "revoked";
        endedAt = now;
    }

    boolean preparing() {
        return "preparing".equals(status);
    }

    private boolean sent() {
        return "sent".equals(status);
    }

    boolean isConfirmed() {
        return "confirmed".equals(status);
    }

    boolean isEnforced() {
        return enforced;
    }

    boolean isFresh() {
        return fresh;
    }

    String getEmail() {
        return email;
    }

    String getName() {
        return name;
    }

    String getRole() {
        return role;
    }

    String getLanguage() {
        return language;
    }

    String getStatus() {
        return status;
    }

    int getSendings() {
        return sendings;
    }

    String getAccountSubject() {
        return accountSubject;
    }

    Instant getSince() {
        return sentAt == null ? createdAt : sentAt;
    }

    Instant getExpiresAt() {
        return expiresAt;
    }
}
