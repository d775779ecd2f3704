package app.entente.file;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a supervisor, or the practitioner in answer, has written about a file. It never changes. */
@Entity
@Table(name = "file_comment")
public class FileComment extends TenantOwned {

    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "account_id")
    private UUID accountId;
    private String author;
    private String role;
    private String body;
    @Column(name = "written_at")
    private Instant writtenAt;

    protected FileComment() {
    }

    FileComment(UUID fileId, UUID accountId, String author, String role, String body, Instant now) {
        super(Ids.next());
        this.fileId = fileId;
        this.accountId = accountId;
        this.author = author;
        this.role = role;
        this.body = body;
        this.writtenAt = now;
    }
}
