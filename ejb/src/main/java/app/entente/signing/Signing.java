package app.entente.signing;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** The signing of one document: open → sealing → sealed, or declined, expired, voided. */
@Entity
public class Signing extends TenantRecord {

    @Column(name = "subject_kind")
    private String subjectKind;
    @Column(name = "subject_id")
    private UUID subjectId;
    private String status;
    @Column(name = "first_language")
    private String firstLanguage;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "end_reason")
    private String endReason;

    protected Signing() {
    }

    Signing(String subjectKind, UUID subjectId, String firstLanguage, Instant now, Instant expiresAt) {
        super(Ids.next());
        this.subjectKind = subjectKind;
        this.subjectId = subjectId;
        this.status = "open";
        this.firstLanguage = firstLanguage;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /** Refuses what may only happen to an open signing (rule 9). */
    void mustBeOpen(Instant now) {
        if (!"open".equals(status) || now.isAfter(expiresAt)) {
            throw new BusinessRuleViolation("signing.ended");
        }
    }

    void allSigned() {
        status = "sealing";
    }

    void sealed(Instant now) {
        status = "sealed";
        endedAt = now;
    }

    void end(String how, String reason, Instant now) {
        status = how;
        endReason = reason;
        endedAt = now;
    }

    public String getSubjectKind() {
        return subjectKind;
    }

    public UUID getSubjectId() {
        return subjectId;
    }

    public String getStatus() {
        return status;
    }

    /** The language that is shown first. */
    public String getFirstLanguage() {
        return firstLanguage;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getExpiresAt() {
        return expiresAt;
    }

    public Instant getEndedAt() {
        return endedAt;
    }

    public String getEndReason() {
        return endReason;
    }
}
