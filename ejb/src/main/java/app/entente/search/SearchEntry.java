package app.entente.search;

import app.entente.kernel.Ids;
import app.entente.note.Entry;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Words of a signed entry, to be found by. PostgreSQL makes the index of them itself. */
@Entity
@Table(name = "search_entry")
class SearchEntry extends TenantOwned {

    @Column(name = "entry_id")
    private UUID entryId;
    @Column(name = "file_id")
    private UUID fileId;
    private String kind;
    @Column(name = "author_id")
    private UUID authorId;
    private String language;
    private String title;
    private Instant at;
    private String text;

    protected SearchEntry() {
    }

    SearchEntry(Entry entry, String kind, UUID authorId, Instant at, String text) {
        super(Ids.next());
        this.entryId = entry.getId();
        this.fileId = entry.getFileId();
        this.kind = kind;
        this.authorId = authorId;
        this.language = entry.getLanguage();
        this.title = entry.getTitle();
        this.at = at;
        this.text = text;
    }
}
