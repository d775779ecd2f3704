package app.entente.note;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** What was added to a signed entry, when and by whom. It never changes. */
@Entity
public class Addendum extends TenantOwned {

    @Column(name = "entry_id")
    private UUID entryId;
    @Column(name = "author_id")
    private UUID authorId;
    @Column(name = "author_name")
    private String authorName;
    private String text;
    @Column(name = "written_at")
    private Instant writtenAt;

    protected Addendum() {
    }

    Addendum(UUID entryId, Entry.Author author, String text, Instant now) {
        super(Ids.next());
        this.entryId = entryId;
        this.authorId = author.id();
        this.authorName = author.name();
        this.text = text.strip();
        this.writtenAt = now;
    }

    public UUID getEntryId() {
        return entryId;
    }

    /** The account of who wrote it. */
    public UUID getAuthorId() {
        return authorId;
    }

    public String getAuthorName() {
        return authorName;
    }

    public String getText() {
        return text;
    }

    public Instant getWrittenAt() {
        return writtenAt;
    }
}
