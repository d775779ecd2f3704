package app.entente.archive;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/** One row of a file that was brought along, and what it made (rule 5). */
@Entity
@Table(name = "import_row")
public class ImportRow extends TenantRecord {

    /** Nothing has been done with it yet. */
    static final String WAITING = "waiting";
    /** It made something. */
    static final String MADE = "made";
    /** It was here already, and is not taken over. */
    static final String SKIPPED = "skipped";
    /** It cannot be taken over. */
    static final String REFUSED = "refused";
    /** What it made is gone. */
    static final String TAKEN_BACK = "taken_back";
    /** What it made stays: something was built on it. */
    static final String KEPT = "kept";

    @Column(name = "import_id")
    private UUID importId;
    private int line;
    private String cells;
    private String state;
    private String reference;
    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "person_id")
    private UUID personId;
    @Column(name = "meeting_id")
    private UUID meetingId;
    @Column(name = "receipt_id")
    private UUID receiptId;
    private String note;

    protected ImportRow() {
    }

    ImportRow(UUID importId, CsvFile.Line line) {
        super(Ids.next());
        this.importId = importId;
        this.line = line.number();
        this.cells = String.join(Mapping.UNIT, line.cells());
        this.state = WAITING;
    }

    /** It made a file. */
    void makes(UUID file, UUID person, String other) {
        state = MADE;
        fileId = file;
        personId = person;
        reference = other.isEmpty() ? null : other;
    }

    /** It made a meeting of a file. */
    void makesMeeting(UUID meeting, UUID file) {
        state = MADE;
        meetingId = meeting;
        fileId = file;
    }

    /** It made a record of a receipt in a file. */
    void makesReceipt(UUID receipt, UUID file) {
        state = MADE;
        receiptId = receipt;
        fileId = file;
    }

    /** It is not taken over. */
    void leave(String how, String why) {
        state = how;
        note = why;
    }

    List<String> cells() {
        return cells == null ? List.of() : List.of(cells.split(Mapping.UNIT, -1));
    }

    public int getLine() {
        return line;
    }

    String getState() {
        return state;
    }

    String getNote() {
        return note;
    }

    UUID getFileId() {
        return fileId;
    }

    UUID getMeetingId() {
        return meetingId;
    }

    UUID getReceiptId() {
        return receiptId;
    }
}
