package app.entente.file;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file is named to a supervisor: they may read it until it is taken back or their membership ends. */
@Entity
@Table(name = "file_naming")
public class FileNaming extends TenantRecord {

    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "membership_id")
    private UUID membershipId;
    private Instant since;
    private Instant until;

    protected FileNaming() {
    }

    FileNaming(UUID fileId, UUID membershipId, Instant now) {
        super(Ids.next());
        this.fileId = fileId;
        this.membershipId = membershipId;
        this.since = now;
    }

    /** It may be read no more, from the next click on. */
    void end(Instant now) {
        if (until == null) {
            until = now;
        }
    }
}
