package app.entente.invitation;

import app.entente.identity.CommandState;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.Sha256;
import app.entente.notification.MailFate;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** One link sent to one person: open → confirmed → accepted; or it ends before. */
@Entity
public class Invitation extends TenantRecord {

    /** After so many wrong answers the link is dead. */
    public static final int MOST_ATTEMPTS = 5;
    /** How long a link lives. */
    static final Duration LIFE = Duration.ofDays(14);

    @Column(name = "person_id")
    private UUID personId;
    private String email;
    @Column(name = "token_hash")
    private byte[] tokenHash;
    @Embedded
    private SecondFact fact;
    private int attempts;
    private String status;
    @Column(name = "account_subject")
    private String accountSubject;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "accepted_at")
    private Instant acceptedAt;

    protected Invitation() {
    }

    Invitation(UUID personId, String email, Sha256 link, SecondFact fact, Instant now) {
        super(Ids.next());
        this.personId = personId;
        this.email = email;
        this.tokenHash = link.bytes();
        this.fact = fact;
        this.status = "open";
        this.createdAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /**
     * Takes an answer (rules 3 and 4).
     *
     * @return whether it confirms; when not, one attempt is gone
     */
    boolean confirm(String answer, Instant now) {
        boolean right = fact.is(answer);
        if (open() && !now.isBefore(expiresAt)) {
            status = "expired";
        }
        if (!open()) {
            return false;
        }
        attempts++;
        if (right) {
            status = "confirmed";
            return true;
        }
        if (attempts >= MOST_ATTEMPTS) {
            status = "exhausted";
        }
        return false;
    }

    /** The portal is open for that subject of the identity provider. */
    void accepted(String subject, Instant now) {
        status = "accepted";
        accountSubject = subject;
        acceptedAt = now;
    }

    /** Ends the link or what it led to; refused with {@code invitation.over} when it has ended by itself. */
    void revoke(Instant now) {
        boolean over = open() ? !now.isBefore(expiresAt) : !confirmed() && !accepted();
        if (over) {
            throw new BusinessRuleViolation("invitation.over");
        }
        status = "revoked";
    }

    /** Ends a link because another one is sent. */
    void replaced() {
        if (open()) {
            status = "revoked";
        }
    }

    private boolean open() {
        return "open".equals(status);
    }

    boolean confirmed() {
        return "confirmed".equals(status);
    }

    boolean accepted() {
        return "accepted".equals(status);
    }

    /**
     * Where it is now, for the practitioner. A confirmed or accepted one does not expire. It asks only for what its own state depends on.
     *
     * @param mail what became of the mail with the link; null counts as on its way
     * @param account how far the account is
     * @param password how far the provider's own mail is, where one was needed
     */
    InvitationState state(Supplier<MailFate> mail, Supplier<CommandState> account, Supplier<CommandState> password, Instant now) {
        return switch (status) {
            case "open" -> !now.isBefore(expiresAt) ? InvitationState.EXPIRED : link(mail.get());
            case "confirmed" -> switch (account.get()) {
                case PARKED -> InvitationState.STUCK;
                case DELAYED -> InvitationState.DELAYED;
                default -> InvitationState.CONFIRMED;
            };
            case "accepted" -> password.get() == CommandState.PARKED ? InvitationState.STUCK : InvitationState.ACCEPTED;
            default -> InvitationState.valueOf(status.toUpperCase(Locale.ROOT));
        };
    }

    private static InvitationState link(MailFate mail) {
        return mail == null ? InvitationState.QUEUED : switch (mail.state()) {
            case QUEUED -> InvitationState.QUEUED;
            case SENT -> InvitationState.SENT;
            case FAILED -> InvitationState.UNDELIVERED;
        };
    }

    UUID getPersonId() {
        return personId;
    }

    String getEmail() {
        return email;
    }

    SecondFact getFact() {
        return fact;
    }

    String getAccountSubject() {
        return accountSubject;
    }

    Instant getSince() {
        return acceptedAt == null ? createdAt : acceptedAt;
    }

    Instant getExpiresAt() {
        return expiresAt;
    }
}
