package app.entente.payment;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** An export that somebody asked for: made a month at a time, then there to download until it is erased. */
@Entity
@Table(name = "export_job")
public class ExportJob extends TenantRecord {

    /** The accountant's journal, as comma-separated values. */
    public static final String JOURNAL = "journal";
    /** The French layout. */
    public static final String FEC = "fec";

    private static final String WAITING = "waiting";
    private static final String READY = "ready";
    private static final Duration KEPT = Duration.ofDays(7);

    private String kind;
    @Column(name = "first_on")
    private LocalDate firstOn;
    @Column(name = "last_on")
    private LocalDate lastOn;
    private String name;
    private String status;
    @Column(name = "next_on")
    private LocalDate nextOn;
    @Column(name = "next_number")
    private long nextNumber;
    @Column(name = "asked_at")
    private Instant askedAt;
    @Column(name = "erase_at")
    private Instant eraseAt;
    @Column(name = "account_id")
    private UUID accountId;

    protected ExportJob() {
    }

    ExportJob(String kind, LocalDate firstOn, LocalDate lastOn, String name, UUID accountId, Instant now) {
        super(Ids.next());
        this.kind = kind;
        this.firstOn = firstOn;
        this.lastOn = lastOn;
        this.name = name;
        this.status = WAITING;
        this.nextOn = firstOn;
        this.nextNumber = 1;
        this.askedAt = now;
        this.eraseAt = now.plus(KEPT);
        this.accountId = accountId;
    }

    /** Notes that a piece is made: what came after it, and how many postings it held. */
    void made(LocalDate next, int postings) {
        nextOn = next;
        nextNumber += postings;
        if (next.isAfter(lastOn)) {
            status = READY;
        }
    }

    /** Notes that it cannot be made. */
    void fail() {
        status = "failed";
    }

    boolean isWaiting() {
        return WAITING.equals(status);
    }

    boolean isOver(Instant now) {
        return eraseAt.isBefore(now);
    }

    /** Whether it is there to download. */
    public boolean isReady() {
        return READY.equals(status);
    }

    /** How much of it is made, in percent. */
    public int getProgress() {
        long all = ChronoUnit.MONTHS.between(YearMonth.from(firstOn), YearMonth.from(lastOn)) + 1;
        long made = ChronoUnit.MONTHS.between(YearMonth.from(firstOn), YearMonth.from(nextOn));
        return isReady() ? 100 : (int) (made * 100 / all);
    }

    /** {@code journal} or {@code fec}. */
    public String getKind() {
        return kind;
    }

    /** {@code waiting}, {@code ready} or {@code failed}. */
    public String getStatus() {
        return status;
    }

    /** Name of the file. */
    public String getName() {
        return name;
    }

    public LocalDate getFirstOn() {
        return firstOn;
    }

    public LocalDate getLastOn() {
        return lastOn;
    }

    /** When it is taken away again. */
    public Instant getEraseAt() {
        return eraseAt;
    }

    public Instant getAskedAt() {
        return askedAt;
    }

    LocalDate nextOn() {
        return nextOn;
    }

    long nextNumber() {
        return nextNumber;
    }
}
