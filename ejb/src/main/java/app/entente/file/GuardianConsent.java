package app.entente.file;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** What one holder of parental authority has said to the accompaniment of a minor (rule 6). */
@Entity
@Table(name = "guardian_consent")
public class GuardianConsent extends TenantRecord {

    private static final Set<String> STATES = Set.of("asked", "given", "refused", "not_required");

    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "person_id")
    private UUID personId;
    private String state;
    @Column(name = "decided_on")
    private LocalDate decidedOn;
    private String attestation;
    @Column(name = "attested_on")
    private LocalDate attestedOn;

    protected GuardianConsent() {
    }

    GuardianConsent(UUID fileId, UUID personId) {
        super(Ids.next());
        this.fileId = fileId;
        this.personId = personId;
        this.state = "asked";
    }

    /** Notes the answer; an unknown one is refused with {@code file.consent}. */
    void answer(String answer, LocalDate day) {
        if (!STATES.contains(answer)) {
            throw new BusinessRuleViolation("file.consent");
        }
        state = answer;
        decidedOn = "asked".equals(answer) ? null : day;
    }

    /** Keeps the attestation that lets this holder consent alone; an empty one takes it away. */
    void attest(String text, LocalDate day) {
        boolean none = text == null || text.isBlank();
        attestation = none ? null : text.strip();
        attestedOn = none ? null : day;
    }

    void erase() {
        attestation = null;
        attestedOn = null;
    }

    public UUID getPersonId() {
        return personId;
    }

    /** {@code asked}, {@code given}, {@code refused} or {@code not_required}. */
    public String getState() {
        return state;
    }

    public LocalDate getDecidedOn() {
        return decidedOn;
    }

    /** Why this holder may consent alone; null when there is no attestation. For the practice alone. */
    public String getAttestation() {
        return attestation;
    }

    public LocalDate getAttestedOn() {
        return attestedOn;
    }
}
