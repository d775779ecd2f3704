package app.entente.support;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One access of one operator to one workspace: asked for, then granted or declined; a granted one ends by the clock or is revoked. */
@Entity
@Table(name = "support_access")
public class SupportAccess {

    /** How long it lasts. */
    static final Duration LASTS = Duration.ofMinutes(30);
    /** How often its use is noted, at most. */
    static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    @Id
    private UUID id;
    @Column(name = "workspace_id")
    private UUID workspaceId;
    @Column(name = "operator_id")
    private UUID operatorId;
    private String reason;
    private String status;
    @Column(name = "asked_at")
    private Instant askedAt;
    @Column(name = "decided_by")
    private UUID decidedBy;
    @Column(name = "decided_at")
    private Instant decidedAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "revoked_at")
    private Instant revokedAt;
    @Column(name = "last_used_at")
    private Instant lastUsedAt;
    @Version
    private int version;

    protected SupportAccess() {
    }

    /** Granted unasked, from now on. */
    SupportAccess(UUID workspaceId, UUID operatorId, String reason, UUID by, Instant now) {
        this.id = Ids.next();
        this.workspaceId = workspaceId;
        this.operatorId = operatorId;
        this.reason = reason;
        this.status = "asked";
        grant(by, now);
    }

    /** Lets the operator look from now on; refused with {@code support.decided} when that was decided already. */
    final void grant(UUID by, Instant now) {
        decide("granted", by, now);
        expiresAt = now.plus(LASTS);
    }

    /** Says no; refused like {@link #grant}. */
    void decline(UUID by, Instant now) {
        decide("declined", by, now);
    }

    /** Ends it now; refused with {@code support.over} when it is over already. */
    void revoke(Instant now) {
        if (!active(now)) {
            throw new BusinessRuleViolation("support.over");
        }
        status = "revoked";
        revokedAt = now;
    }

    /** Whether the operator may look at this moment. */
    boolean active(Instant now) {
        return "granted".equals(status) && now.isBefore(expiresAt);
    }

    private void decide(String how, UUID by, Instant now) {
        if (!"asked".equals(status)) {
            throw new BusinessRuleViolation("support.decided");
        }
        status = how;
        decidedBy = by;
        decidedAt = now;
    }

    /** As both sides see it. */
    SupportRow row(String operator, Instant now) {
        return new SupportRow(id, operator, reason, status, askedAt, decidedAt, expiresAt, revokedAt, lastUsedAt, active(now));
    }

    public UUID getId() {
        return id;
    }

    UUID getOperatorId() {
        return operatorId;
    }

    /** When it ends by the clock, UTC; null unless it was granted. */
    public Instant getExpiresAt() {
        return expiresAt;
    }
}
