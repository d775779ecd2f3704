package app.entente.file;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** One accompaniment: opened, lived through its steps, closed, kept as long as the law of the place asks. */
@Entity
@Table(name = "client_file")
public class ClientFile extends TenantRecord {

    /** The one kind in which a person accompanied is a child. */
    public static final String MINOR = "minor";

    private static final Set<String> KINDS = Set.of("individual", "couple", "family", MINOR);

    private String reference;
    private String kind;
    private String status;
    private String reason;
    private String step;
    @Column(name = "opened_on")
    private LocalDate openedOn;
    @Column(name = "created_at")
    private Instant createdAt;

    protected ClientFile() {
    }

    /**
     * Opens a file; an unknown kind is refused with {@code file.kind}.
     *
     * @param kind {@code individual}, {@code couple}, {@code family} or {@code minor}
     */
    ClientFile(String reference, String kind, String reason, LocalDate today, Instant now) {
        super(Ids.next());
        if (!KINDS.contains(kind)) {
            throw new BusinessRuleViolation("file.kind");
        }
        this.reference = reference;
        this.kind = kind;
        this.status = "open";
        this.reason = reason == null ? "" : reason;
        this.step = "intake";
        this.openedOn = today;
        this.createdAt = now;
    }

    /** A file that began before it came here: with its kind and the step it had reached. */
    ClientFile(String reference, String kind, String reason, String step, LocalDate openedOn, Instant now) {
        this(reference, kind, reason, openedOn, now);
        this.step = step;
    }

    public String getReference() {
        return reference;
    }

    public String getKind() {
        return kind;
    }

    /** Whether several people may be accompanied together. */
    public boolean isForSeveral() {
        return "couple".equals(kind) || "family".equals(kind);
    }

    public boolean isOpen() {
        return "open".equals(status);
    }

    public String getStatus() {
        return status;
    }

    /** Why the person came, in neutral words. */
    public String getReason() {
        return reason;
    }

    /** Code of the step the path is at. */
    public String getStep() {
        return step;
    }

    public LocalDate getOpenedOn() {
        return openedOn;
    }
}
