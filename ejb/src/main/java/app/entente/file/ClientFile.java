package app.entente.file;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** One accompaniment: opened, lived through its steps, closed, kept as long as the law of the place asks. */
@Entity
@Table(name = "client_file")
public class ClientFile extends TenantRecord {

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

    /** Opens an individual file. */
    public ClientFile(String reference, String reason, LocalDate today, Instant now) {
        super(Ids.next());
        this.reference = reference;
        this.kind = "individual";
        this.status = "open";
        this.reason = reason == null ? "" : reason;
        this.step = "intake";
        this.openedOn = today;
        this.createdAt = now;
    }

    /** A file that began before it came here: with its kind and the step it had reached. */
    ClientFile(String reference, String kind, String reason, String step, LocalDate openedOn, Instant now) {
        this(reference, reason, openedOn, now);
        this.kind = kind;
        this.step = step;
    }

    public String getReference() {
        return reference;
    }

    public String getKind() {
        return kind;
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
