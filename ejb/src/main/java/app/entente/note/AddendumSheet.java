package app.entente.note;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The document of an addendum: frozen words, then a seal (rule 10). */
@Entity
@Table(name = "addendum_sheet")
public class AddendumSheet extends TenantRecord {

    @Column(name = "addendum_id")
    private UUID addendumId;
    @Column(name = "entry_id")
    private UUID entryId;
    private String title;
    private String language;
    private String document;
    @Column(name = "written_at")
    private Instant writtenAt;
    @Column(name = "sealed_id")
    private UUID sealedId;

    protected AddendumSheet() {
    }

    AddendumSheet(Addendum addendum, String title, String language, String frozen) {
        super(Ids.next());
        this.addendumId = addendum.getId();
        this.entryId = addendum.getEntryId();
        this.title = title;
        this.language = language;
        this.document = frozen;
        this.writtenAt = addendum.getWrittenAt();
    }

    /** Notes that the document is sealed; once. */
    void seal(UUID sealed) {
        if (sealedId != null) {
            throw new IllegalStateException("an addendum is sealed once");
        }
        sealedId = sealed;
    }

    public UUID getAddendumId() {
        return addendumId;
    }

    public UUID getEntryId() {
        return entryId;
    }

    public String getTitle() {
        return title;
    }

    public String getLanguage() {
        return language;
    }

    /** The frozen words. */
    String document() {
        return document;
    }

    /** The sealed document; null until it is there. */
    public UUID getSealedId() {
        return sealedId;
    }
}
