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

/** Somebody who is insured, signs or represents in a file; apart from the capacity they take part in. */
@Entity
@Table(name = "file_role")
public class FileRole extends TenantRecord {

    private static final Set<String> ROLES = Set.of("insured", "signatory", "representative");

    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "person_id")
    private UUID personId;
    private String role;
    private String capacity;
    private LocalDate since;
    private LocalDate until;

    protected FileRole() {
    }

    /**
     * A role from a day on; an unknown one is refused with {@code file.role}.
     *
     * @param role {@code insured}, {@code signatory} or {@code representative}
     * @param capacity in which capacity, in a few words; may be empty
     */
    FileRole(UUID fileId, UUID personId, String role, String capacity, LocalDate since) {
        super(Ids.next());
        if (!ROLES.contains(role)) {
            throw new BusinessRuleViolation("file.role");
        }
        this.fileId = fileId;
        this.personId = personId;
        this.role = role;
        this.capacity = capacity == null ? "" : capacity.strip();
        this.since = since;
    }

    /** Ends the role; refused with {@code file.part_ended} when it has ended. */
    void end(LocalDate day) {
        if (until != null) {
            throw new BusinessRuleViolation("file.part_ended");
        }
        until = day.isBefore(since) ? since : day;
    }

    void erase() {
        capacity = "";
    }

    public UUID getPersonId() {
        return personId;
    }

    public String getRole() {
        return role;
    }

    public String getCapacity() {
        return capacity;
    }

    public LocalDate getSince() {
        return since;
    }

    public LocalDate getUntil() {
        return until;
    }
}
