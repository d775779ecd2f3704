package app.entente.note;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.UUID;

/** What somebody said, in a signed note. It never changes. */
@Entity
public class Statement extends TenantOwned {

    @Column(name = "entry_id")
    private UUID entryId;
    private int position;
    @Column(name = "person_id")
    private UUID personId;
    private String context;
    private String shelf;
    private String text;

    protected Statement() {
    }

    Statement(UUID entryId, int position, Said said) {
        super(Ids.next());
        this.entryId = entryId;
        this.position = position;
        this.personId = said.source();
        this.context = said.context();
        this.shelf = said.shelf();
        this.text = said.text().strip();
    }

    public UUID getEntryId() {
        return entryId;
    }

    public int getPosition() {
        return position;
    }

    /** Who said it; null when it is what the author saw. */
    public UUID getPersonId() {
        return personId;
    }

    /** {@code joint} or {@code individual}. */
    public String getContext() {
        return context;
    }

    /** {@code shared}, {@code record} or {@code personal}. */
    public String getShelf() {
        return shelf;
    }

    public String getText() {
        return text;
    }
}
