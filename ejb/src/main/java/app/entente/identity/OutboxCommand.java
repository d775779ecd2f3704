package app.entente.identity;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something the identity provider is to be asked for: waiting → done, or parked until a person has looked. */
@Entity
@Table(name = "outbox_command")
public class OutboxCommand extends TenantRecord {

    /** After so many attempts it is parked: by then about four hours have passed. */
    static final int MOST_ATTEMPTS = 12;
    private static final long FIRST_WAIT_SECONDS = 5;
    private static final long LONGEST_WAIT_SECONDS = 3600;
    private static final int LONGEST_ERROR = 300;

    private String kind;
    @Column(name = "subject_id")
    private UUID subjectId;
    private String status;
    private int attempts;
    @Column(name = "next_at")
    private Instant nextAt;
    @Column(name = "last_error")
    private String lastError;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "done_at")
    private Instant doneAt;

    protected OutboxCommand() {
    }

    OutboxCommand(String kind, UUID subjectId, Instant now) {
        super(Ids.next());
        this.kind = kind;
        this.subjectId = subjectId;
        this.createdAt = now;
        askAgain(now);
    }

    /** Waits anew, whatever became of it before. */
    final void askAgain(Instant now) {
        status = "waiting";
        attempts = 0;
        nextAt = now;
        lastError = null;
        doneAt = null;
    }

    void done(Instant now) {
        attempts++;
        status = "done";
        doneAt = now;
        lastError = null;
    }

    /**
     * It did not work; it waits longer each time, and is parked after the last attempt or when waiting is of no use.
     *
     * @param jitter between 0 and 1: spreads the commands that failed together
     */
    void failed(String error, boolean park, double jitter, Instant now) {
        attempts++;
        lastError = error == null ? "" : error.substring(0, Math.min(LONGEST_ERROR, error.length()));
        if (park || attempts >= MOST_ATTEMPTS) {
            status = "parked";
            return;
        }
        long seconds = Math.min(FIRST_WAIT_SECONDS << Math.min(attempts - 1, 20), LONGEST_WAIT_SECONDS);
        nextAt = now.plusMillis(Math.round(seconds * 1000 * (0.5 + jitter)));
    }

    String getKind() {
        return kind;
    }

    UUID getSubjectId() {
        return subjectId;
    }

    String getStatus() {
        return status;
    }

    int getAttempts() {
        return attempts;
    }

    Instant getNextAt() {
        return nextAt;
    }

    String getLastError() {
        return lastError;
    }
}
