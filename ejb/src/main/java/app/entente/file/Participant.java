package app.entente.file;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** A person's part in a file: in which capacity, since when, and what they may see of it in their own space. */
@Entity
public class Participant extends TenantRecord {

    /** Is accompanied. */
    public static final String CLIENT = "client";
    /** Father or mother. */
    public static final String PARENT = "parent";
    /** Holds parental authority or guardianship without being a parent. */
    public static final String GUARDIAN = "guardian";

    private static final Set<String> CAPACITIES = Set.of(CLIENT, PARENT, GUARDIAN, "partner", "relative");
    private static final Set<String> SIGHTS = Set.of("nothing", "meetings", "shared");

    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "person_id")
    private UUID personId;
    private String capacity;
    private LocalDate since;
    private LocalDate until;
    private boolean principal;
    private String sees;
    @Column(name = "granted_at")
    private Instant grantedAt;
    @Column(name = "created_at")
    private Instant createdAt;

    protected Participant() {
    }

    /**
     * A part that begins; an unknown capacity is refused with {@code file.capacity}.
     *
     * @param capacity {@code client}, {@code parent}, {@code guardian}, {@code partner} or {@code relative}
     */
    Participant(UUID fileId, UUID personId, String capacity, LocalDate since, Instant now) {
        super(Ids.next());
        if (!CAPACITIES.contains(capacity)) {
            throw new BusinessRuleViolation("file.capacity");
        }
        this.fileId = fileId;
        this.personId = personId;
        this.capacity = capacity;
        this.since = since;
        this.sees = CLIENT.equals(capacity) ? "shared" : "nothing";
        this.createdAt = now;
    }

    /** Makes this client the one the file is named after. */
    void lead(boolean leads) {
        principal = leads;
    }

    /** Says what they may see: {@code nothing}, {@code meetings} or {@code shared} (the dates and what is on the shared shelf). */
    void see(String what) {
        if (!SIGHTS.contains(what)) {
            throw new BusinessRuleViolation("file.sees");
        }
        sees = what;
    }

    /** Ends the part on a day; refused with {@code file.part_ended} when it has ended, {@code file.part_before} when the day is before it began. */
    void end(LocalDate day) {
        if (until != null) {
            throw new BusinessRuleViolation("file.part_ended");
        }
        if (day.isBefore(since)) {
            throw new BusinessRuleViolation("file.part_before");
        }
        until = day;
        grantedAt = null;
    }

    /** The young person lets this parent in again; null takes it back (rule 7). */
    void grant(Instant now) {
        grantedAt = now;
    }

    public UUID getFileId() {
        return fileId;
    }

    public UUID getPersonId() {
        return personId;
    }

    public String getCapacity() {
        return capacity;
    }

    public LocalDate getSince() {
        return since;
    }

    /** The last day; null while they take part. */
    public LocalDate getUntil() {
        return until;
    }

    public boolean isPrincipal() {
        return principal;
    }

    public String getSees() {
        return sees;
    }

    public Instant getGrantedAt() {
        return grantedAt;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    /** Whether this is a holder of parental authority. */
    public boolean isParent() {
        return PARENT.equals(capacity) || GUARDIAN.equals(capacity);
    }
}
