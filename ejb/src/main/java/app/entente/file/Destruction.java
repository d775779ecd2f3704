package app.entente.file;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The line that a destroyed file leaves: which one, its days, how and by whom it was destroyed; nothing of what was in it. */
@Entity
public class Destruction extends TenantOwned {

    @Column(name = "file_id")
    private UUID fileId;
    private String reference;
    private String kind;
    @Column(name = "opened_on")
    private LocalDate openedOn;
    @Column(name = "closed_on")
    private LocalDate closedOn;
    @Column(name = "last_service_on")
    private LocalDate lastServiceOn;
    @Column(name = "retained_until")
    private LocalDate retainedUntil;
    @Column(name = "destroyed_at")
    private Instant destroyedAt;
    private String method;
    @Column(name = "decider_id")
    private UUID deciderId;
    private String decider;

    protected Destruction() {
    }

    Destruction(ClientFile file, String method, UUID deciderId, String decider, Instant now) {
        super(Ids.next());
        this.fileId = file.getId();
        this.reference = file.getReference();
        this.kind = file.getKind();
        this.openedOn = file.getOpenedOn();
        this.closedOn = file.getClosedOn();
        this.lastServiceOn = file.getLastServiceOn();
        this.retainedUntil = file.getRetainUntil();
        this.destroyedAt = now;
        this.method = method;
        this.deciderId = deciderId;
        this.decider = decider;
    }

    public String getReference() {
        return reference;
    }

    public LocalDate getOpenedOn() {
        return openedOn;
    }

    public LocalDate getClosedOn() {
        return closedOn;
    }

    public LocalDate getLastServiceOn() {
        return lastServiceOn;
    }

    public LocalDate getRetainedUntil() {
        return retainedUntil;
    }

    public Instant getDestroyedAt() {
        return destroyedAt;
    }

    public String getMethod() {
        return method;
    }

    public String getDecider() {
        return decider;
    }
}
