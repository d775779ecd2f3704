package app.entente.agreement;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** An agreement: draft → sent → signed by the client → sealing → active; or declined, expired, voided. */
@Entity
public class Agreement extends TenantRecord {

    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "person_id")
    private UUID personId;
    @Column(name = "template_version_id")
    private UUID templateVersionId;
    @Column(name = "service_id")
    private UUID serviceId;
    private String status;
    private String approaches;
    @Column(name = "left_out")
    private String leftOut;
    @Column(name = "signing_id")
    private UUID signingId;
    @Column(name = "previous_id")
    private UUID previousId;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "sent_at")
    private Instant sentAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "end_reason")
    private String endReason;

    protected Agreement() {
    }

    Agreement(UUID fileId, UUID personId, UUID templateVersionId, Instant now) {
        super(Ids.next());
        this.fileId = fileId;
        this.personId = personId;
        this.templateVersionId = templateVersionId;
        this.status = "draft";
        this.approaches = "";
        this.leftOut = "";
        this.createdAt = now;
    }

    /** Takes what the form says; refused with {@code agreement.frozen} once sent (rule 6). */
    void prepare(UUID service, Collection<String> approachCodes, Collection<String> clausesLeftOut) {
        mustBe("draft");
        this.serviceId = service;
        this.approaches = String.join(" ", approachCodes);
        this.leftOut = String.join(" ", clausesLeftOut);
    }

    void send(UUID signing, Instant now) {
        mustBe("draft");
        status = "sent";
        signingId = signing;
        sentAt = now;
    }

    void signedByClient() {
        status = "signed_by_client";
    }

    void sealing() {
        status = "sealing";
    }

    void activate() {
        status = "active";
    }

    /** Ends an agreement that was not completed. */
    void end(String how, String reason, Instant now) {
        status = how;
        endReason = reason;
        endedAt = now;
    }

    private void mustBe(String wanted) {
        if (!wanted.equals(status)) {
            throw new BusinessRuleViolation("agreement.frozen");
        }
    }

    public UUID getFileId() {
        return fileId;
    }

    public UUID getPersonId() {
        return personId;
    }

    public UUID getTemplateVersionId() {
        return templateVersionId;
    }

    public UUID getServiceId() {
        return serviceId;
    }

    public String getStatus() {
        return status;
    }

    public boolean isDraft() {
        return "draft".equals(status);
    }

    public List<String> getApproaches() {
        return approaches.isBlank() ? List.of() : Arrays.asList(approaches.split(" "));
    }

    public List<String> getLeftOut() {
        return leftOut.isBlank() ? List.of() : Arrays.asList(leftOut.split(" "));
    }

    public UUID getSigningId() {
        return signingId;
    }

    public Instant getSentAt() {
        return sentAt;
    }

    public Instant getEndedAt() {
        return endedAt;
    }

    public String getEndReason() {
        return endReason;
    }
}
