package app.entente.file;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Something that was said of the request or the situation, with its source. */
@Entity
@Table(name = "file_statement")
public class FileStatement extends TenantRecord {

    @Column(name = "file_id")
    private UUID fileId;
    @Embedded
    private Disclosure disclosure;
    @Column(name = "said_on")
    private LocalDate saidOn;
    private String text;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "shared_at")
    private Instant sharedAt;

    protected FileStatement() {
    }

    FileStatement(UUID fileId, Disclosure disclosure, LocalDate saidOn, String text, Instant now) {
        super(Ids.next());
        this.fileId = fileId;
        this.disclosure = disclosure;
        this.saidOn = saidOn;
        this.text = text;
        this.createdAt = now;
        this.sharedAt = disclosure.isShared() ? now : null;
    }

    /** Puts it on another shelf. */
    void move(String shelf, Instant now) {
        disclosure = disclosure.on(shelf);
        sharedAt = disclosure.isShared() ? now : null;
    }

    public UUID getFileId() {
        return fileId;
    }

    public Disclosure getDisclosure() {
        return disclosure;
    }

    public LocalDate getSaidOn() {
        return saidOn;
    }

    public String getText() {
        return text;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getSharedAt() {
        return sharedAt;
    }
}
