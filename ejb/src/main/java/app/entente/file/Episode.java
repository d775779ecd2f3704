package app.entente.file;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One stretch of a file, from an opening to a closing; reopening begins another. */
@Entity
public class Episode extends TenantRecord {

    @Column(name = "file_id")
    private UUID fileId;
    private int number;
    @Column(name = "opened_on")
    private LocalDate openedOn;
    @Column(name = "closed_on")
    private LocalDate closedOn;
    @Column(name = "last_service_on")
    private LocalDate lastServiceOn;
    private String reason;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "closed_at")
    private Instant closedAt;

    protected Episode() {
    }

    Episode(UUID fileId, int number, LocalDate openedOn, Instant now) {
        super(Ids.next());
        this.fileId = fileId;
        this.number = number;
        this.openedOn = openedOn;
        this.reason = "";
        this.createdAt = now;
    }

    /** It ended. */
    void close(String why, LocalDate lastService, LocalDate today, Instant now) {
        closedOn = today;
        closedAt = now;
        lastServiceOn = lastService;
        reason = why;
    }

    public UUID getFileId() {
        return fileId;
    }

    public int getNumber() {
        return number;
    }

    public LocalDate getOpenedOn() {
        return openedOn;
    }

    /** The last day; null while it lasts. */
    public LocalDate getClosedOn() {
        return closedOn;
    }

    /** Day of its last meeting that was held; null when there was none. */
    public LocalDate getLastServiceOn() {
        return lastServiceOn;
    }

    /** Why it ended, as a word. */
    public String getReason() {
        return reason;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getClosedAt() {
        return closedAt;
    }
}
