package app.entente.document;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Work that failed and is tried again, later each time. */
@Entity
public class Postponement extends TenantRecord {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    @Column(name = "subject_id")
    private UUID subjectId;
    private String kind;
    private int attempts;
    @Column(name = "next_at")
    private Instant nextAt;

    protected Postponement() {
    }

    Postponement(String kind, UUID subjectId) {
        super(Ids.next());
        this.kind = kind;
        this.subjectId = subjectId;
    }

    /**
     * It failed once more: half a minute's wait after the first time, twice as long each time, six hours at most.
     *
     * @param jitter between 0 and 1: spreads those that failed together
     */
    void failed(double jitter, Instant now) {
        attempts++;
        long wait = Math.min(FIRST_WAIT.toMillis() << Math.min(attempts - 1, 20), LONGEST_WAIT.toMillis());
        nextAt = now.plusMillis(Math.round(wait * (0.5 + jitter)));
    }

    /** What an operator may be told and find again in the log; it says nothing about anybody. */
    public String getReference() {
        String digits = getId().toString();
        return digits.substring(digits.length() - 8).toUpperCase(Locale.ROOT);
    }

    public UUID getSubjectId() {
        return subjectId;
    }

    /** What was to be made, e.g. {@code receipt}. */
    public String getKind() {
        return kind;
    }

    /** How often it failed. */
    public int getAttempts() {
        return attempts;
    }

    public Instant getNextAt() {
        return nextAt;
    }
}
