package app.entente.note;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A text that was saved: a step of the draft, or a text kept aside (rule 2). */
@Entity
@Table(name = "entry_revision")
class EntryRevision extends TenantRecord {

    @Column(name = "entry_id")
    private UUID entryId;
    private int revision;
    private boolean aside;
    private boolean decided;
    private String content;
    @Column(name = "saved_at")
    private Instant savedAt;

    protected EntryRevision() {
    }

    EntryRevision(UUID entryId, int revision, boolean aside, EntryContent content, Instant now) {
        super(Ids.next());
        this.entryId = entryId;
        this.revision = revision;
        this.aside = aside;
        this.content = content.json();
        this.savedAt = now;
    }

    /** The same window has gone on writing what is kept aside. */
    void goOn(EntryContent written, Instant now) {
        content = written.json();
        savedAt = now;
    }

    /** The author has decided what becomes of it. */
    void decide() {
        decided = true;
    }

    /** Whether it is kept aside and nobody has decided yet. */
    boolean waits() {
        return aside && !decided;
    }

    UUID entryId() {
        return entryId;
    }

    EntryContent content() {
        return EntryContent.of(content);
    }

    Instant savedAt() {
        return savedAt;
    }
}
