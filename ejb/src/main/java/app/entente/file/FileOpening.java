package app.entente.file;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** When somebody last had a file open. */
@Entity
@Table(name = "file_opening")
class FileOpening extends TenantRecord {

    @Column(name = "account_id")
    private UUID accountId;
    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "opened_at")
    private Instant openedAt;

    protected FileOpening() {
    }

    FileOpening(UUID accountId, UUID fileId, Instant now) {
        super(Ids.next());
        this.accountId = accountId;
        this.fileId = fileId;
        this.openedAt = now;
    }
}
