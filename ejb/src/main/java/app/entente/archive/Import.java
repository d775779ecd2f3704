package app.entente.archive;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A file that was brought along, and what became of it. */
@Entity
@Table(name = "import")
public class Import extends TenantRecord {

    /** Clients, each with a file of their own. */
    public static final String CLIENTS = "clients";
    /** Past meetings of clients who are here. */
    public static final String MEETINGS = "meetings";
    /** Receipts that another tool issued to clients who are here. */
    public static final String RECEIPTS = "receipts";

    /** How long its cells are kept. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int LONGEST_NAME = 120;

    private String kind;
    private String name;
    private String status;
    private String encoding;
    private String separator;
    private String headers;
    @Column(name = "header_key")
    private String headerKey;
    private String mapping;
    @Column(name = "date_order")
    private String dateOrder;
    private int total;
    private int made;
    private int skipped;
    private int refused;
    @Column(name = "taken_back")
    private int takenBack;
    private int kept;
    @Column(name = "account_id")
    private UUID accountId;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "erased_at")
    private Instant erasedAt;
    @Column(name = "due_at")
    private Instant dueAt;

    protected Import() {
    }

    /** A file that has come; refused with {@code archive.kind_unknown} unless it is one of clients, of meetings or of receipts. */
    Import(String kind, String name, CsvFile file, UUID accountId, Instant now) {
        super(Ids.next());
        if (!Set.of(CLIENTS, MEETINGS, RECEIPTS).contains(kind)) {
            throw new BusinessRuleViolation("archive.kind_unknown");
        }
        String words = name == null || name.isBlank() ? "import.csv" : name.strip().replaceAll(".*[/\\\\]", "");
        this.kind = kind;
        this.name = words.substring(0, Math.min(LONGEST_NAME, words.length()));
        this.status = "uploaded";
        this.encoding = file.encoding();
        this.separator = String.valueOf(file.separator());
        this.headers = String.join(Mapping.UNIT, file.headers());
        this.headerKey = Mapping.key(file.headers());
        this.mapping = "";
        this.dateOrder = Dates.DAY_FIRST;
        this.total = file.rows().size();
        this.accountId = accountId;
        this.createdAt = now;
        this.dueAt = now.plus(KEPT);
    }

    /** Takes over which column is which field; refused with {@code archive.begun} once it has been started. */
    void map(Mapping columns, String order) {
        mustNotHaveBegun();
        if (!Set.of(Dates.DAY_FIRST, Dates.MONTH_FIRST, Dates.YEAR_FIRST).contains(order)) {
            throw new BusinessRuleViolation("archive.order");
        }
        columns.check(kind, getHeaders().size());
        mapping = columns.words();
        dateOrder = order;
        status = "mapped";
    }

    /** Suggests columns without deciding. */
    void suggest(Mapping columns, String order) {
        mapping = columns.words();
        dateOrder = order;
    }

    /** Hands it to the worker; refused with {@code archive.begun}, or {@code archive.unmapped} before the columns are said. */
    void start(int refusedRows, int skippedRows, Instant now) {
        mustNotHaveBegun();
        if (!isMapped()) {
            throw new BusinessRuleViolation("archive.unmapped");
        }
        refused = refusedRows;
        skipped = skippedRows;
        status = "queued";
        startedAt = now;
        dueAt = now;
    }

    /** Notes what some rows have made. */
    void count(int rows) {
        status = "running";
        made += rows;
    }

    /** Notes that a row cannot be taken over after all. */
    void countRefused() {
        status = "running";
        refused++;
    }

    /** It has come to its end. */
    void end(Instant now) {
        status = "undoing".equals(status) ? "undone" : "done";
        endedAt = now;
        dueAt = now.plus(KEPT);
    }

    /** Stops it where it is; refused with {@code archive.not_running}. What was made stays, and can be taken back. */
    void cancel(Instant now) {
        if (!isRunning()) {
            throw new BusinessRuleViolation("archive.not_running");
        }
        status = "cancelled";
        endedAt = now;
        dueAt = now.plus(KEPT);
    }

    /** Lets the worker take back what it made; refused with {@code archive.nothing_to_undo}. What was kept last time is tried anew. */
    void undo(Instant now) {
        if (!isUndoable()) {
            throw new BusinessRuleViolation("archive.nothing_to_undo");
        }
        status = "undoing";
        kept = 0;
        dueAt = now;
    }

    /** Notes what was taken back and what was kept. */
    void countBack(int back, int stay) {
        takenBack += back;
        kept += stay;
    }

    /** Its cells are gone. */
    void erased(Instant now) {
        if (!isBegun()) {
            status = "expired";
        }
        erasedAt = now;
        dueAt = null;
    }

    private void mustNotHaveBegun() {
        if (isBegun() || erasedAt != null) {
            throw new BusinessRuleViolation("archive.begun");
        }
    }

    boolean isDueToBeErased(Instant now) {
        return dueAt != null && !isRunning() && !isUndoing() && !dueAt.isAfter(now);
    }

    Mapping mapping() {
        return Mapping.of(mapping);
    }

    String getHeaderKey() {
        return headerKey;
    }

    /** {@code clients}, {@code meetings} or {@code receipts}. */
    public String getKind() {
        return kind;
    }

    /** The name the file had. */
    public String getName() {
        return name;
    }

    /** {@code uploaded}, {@code mapped}, {@code queued}, {@code running}, {@code done}, {@code cancelled}, {@code undoing}, {@code undone} or {@code expired}. */
    public String getStatus() {
        return status;
    }

    public String getEncoding() {
        return encoding;
    }

    public String getSeparator() {
        return separator;
    }

    public List<String> getHeaders() {
        return List.of(headers.split(Mapping.UNIT, -1));
    }

    /** In which order days are written: {@code dmy}, {@code mdy} or {@code ymd}. */
    public String getDateOrder() {
        return dateOrder;
    }

    public int getTotal() {
        return total;
    }

    public int getMade() {
        return made;
    }

    public int getSkipped() {
        return skipped;
    }

    public int getRefused() {
        return refused;
    }

    public int getTakenBack() {
        return takenBack;
    }

    public int getKept() {
        return kept;
    }

    /** Rows that have come to their end, one way or the other. */
    public int getDone() {
        return isUndoing() ? takenBack + kept : made + skipped + refused;
    }

    /** Rows there are to go through. */
    public int getGoal() {
        return isUndoing() ? made : total;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getEndedAt() {
        return endedAt;
    }

    public boolean isMapped() {
        return "mapped".equals(status);
    }

    /** Whether it was handed to the worker. */
    public boolean isBegun() {
        return startedAt != null;
    }

    public boolean isRunning() {
        return "queued".equals(status) || "running".equals(status);
    }

    public boolean isUndoing() {
        return "undoing".equals(status);
    }

    /** Whether the worker is at it. */
    public boolean isMoving() {
        return isRunning() || isUndoing();
    }

    /** Whether there is something to take back. */
    public boolean isUndoable() {
        return isBegun() && !isMoving() && made > takenBack;
    }
}
