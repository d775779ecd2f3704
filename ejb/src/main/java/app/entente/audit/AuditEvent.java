package app.entente.audit;

import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A link of the workspace's chain, as it is read; only the database writes one. */
@Entity
@Table(name = "audit_event")
public class AuditEvent extends TenantOwned {

    private long seq;
    private Instant at;
    private String kind;
    @Column(name = "actor_id")
    private UUID actorId;
    @Column(name = "actor_role")
    private String actorRole;
    @Column(name = "subject_id")
    private UUID subjectId;
    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "person_id")
    private UUID personId;
    private byte[] hash;

    protected AuditEvent() {
    }

    public long getSeq() {
        return seq;
    }

    /** When the database took it in, UTC. */
    public Instant getAt() {
        return at;
    }

    /** What happened, such as {@code file.opened}. */
    public String getKind() {
        return kind;
    }

    /** The account that did it; null for a visitor and for work that nobody asked for. */
    public UUID getActorId() {
        return actorId;
    }

    public String getActorRole() {
        return actorRole;
    }

    public UUID getSubjectId() {
        return subjectId;
    }

    /** The client file it is about; null when it is about none. */
    public UUID getFileId() {
        return fileId;
    }

    public UUID getPersonId() {
        return personId;
    }
}
