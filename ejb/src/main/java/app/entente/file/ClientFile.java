package app.entente.file;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** One accompaniment: opened, lived through its steps, closed, kept as long as the law of the place asks. */
@Entity
@Table(name = "client_file")
public class ClientFile extends TenantRecord {

    /** The one kind in which a person accompanied is a child. */
    public static final String MINOR = "minor";

    private static final Set<String> KINDS = Set.of("individual", "couple", "family", MINOR);

    private String reference;
    private String kind;
    private String status;
    private String reason;
    private String step;
    @Column(name = "opened_on")
    private LocalDate openedOn;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "last_service_on")
    private LocalDate lastServiceOn;
    @Column(name = "closed_on")
    private LocalDate closedOn;
    @Column(name = "retain_until")
    private LocalDate retainUntil;
    @Column(name = "hold_reason")
    private String holdReason;
    @Column(name = "destroyed_on")
    private LocalDate destroyedOn;

    protected ClientFile() {
    }

    /**
     * Opens a file; an unknown kind is refused with {@code file.kind}.
     *
     * @param kind {@code individual}, {@code couple}, {@code family} or {@code minor}
     */
    ClientFile(String reference, String kind, String reason, LocalDate today, Instant now) {
        super(Ids.next());
        if (!KINDS.contains(kind)) {
            throw new BusinessRuleViolation("file.kind");
        }
        this.reference = reference;
        this.kind = kind;
        this.status = "open";
        this.reason = reason == null ? "" : reason;
        this.step = "intake";
        this.openedOn = today;
        this.createdAt = now;
    }

    /** A file that began before it came here: with its kind and the step it had reached. */
    ClientFile(String reference, String kind, String reason, String step, LocalDate openedOn, Instant now) {
        this(reference, kind, reason, openedOn, now);
        this.step = step;
    }

    public String getReference() {
        return reference;
    }

    public String getKind() {
        return kind;
    }

    /** Whether several people may be accompanied together. */
    public boolean isForSeveral() {
        return "couple".equals(kind) || "family".equals(kind);
    }

    public boolean isOpen() {
        return "open".equals(status);
    }

    public String getStatus() {
        return status;
    }

    /** Why the person came, in neutral words. */
    public String getReason() {
        return reason;
    }

    /** Code of the step the path is at. */
    public String getStep() {
        return step;
    }

    public LocalDate getOpenedOn() {
        return openedOn;
    }

    /** The path has moved. */
    void at(String code) {
        step = code;
    }

    /** A service was given on a day; an earlier one than is known changes nothing. */
    void served(LocalDate day) {
        if (lastServiceOn == null || day.isAfter(lastServiceOn)) {
            lastServiceOn = day;
        }
    }

    /**
     * Ends the accompaniment; refused with {@code file.not_open}.
     *
     * @param kept first day after which the file may be looked at for destruction
     */
    void close(LocalDate today, LocalDate kept) {
        if (!isOpen()) {
            throw new BusinessRuleViolation("file.not_open");
        }
        status = "closed";
        closedOn = today;
        retainUntil = kept;
    }

    /** Opens a file again that was closed; refused with {@code file.not_closed}. */
    void reopen() {
        if (!isReopenable()) {
            throw new BusinessRuleViolation("file.not_closed");
        }
        status = "open";
        closedOn = null;
        retainUntil = null;
    }

    /** What the day asks for: a file closed before today is retained, one whose time is over and that nothing holds is due for review. */
    void review(LocalDate today) {
        if ("closed".equals(status) && closedOn.isBefore(today)) {
            status = "retention";
        }
        if ("retention".equals(status) && holdReason == null && retainUntil.isBefore(today)) {
            status = "due_for_review";
        }
    }

    /** Keeps the file beyond its time for a legal reason; refused with {@code file.hold_reason} without one. A file that was due is retained again. */
    void hold(String why) {
        if (why == null || why.isBlank()) {
            throw new BusinessRuleViolation("file.hold_reason");
        }
        holdReason = why.strip();
        if ("due_for_review".equals(status)) {
            status = "retention";
        }
    }

    /** Nothing but the law of the place keeps the file any more. */
    void release() {
        holdReason = null;
    }

    /** Nothing is left of it but its number, its days and this state; refused with {@code file.not_due} or {@code file.on_hold}. */
    void destroy(LocalDate today) {
        destroyable();
        status = "destroyed";
        reason = "";
        destroyedOn = today;
    }

    /** Refuses with {@code file.on_hold} or {@code file.not_due} what may not be destroyed. */
    void destroyable() {
        if (holdReason != null) {
            throw new BusinessRuleViolation("file.on_hold");
        }
        if (!"due_for_review".equals(status)) {
            throw new BusinessRuleViolation("file.not_due");
        }
    }

    /** Whether another episode may begin. */
    public boolean isReopenable() {
        return "closed".equals(status) || "retention".equals(status) || "due_for_review".equals(status);
    }

    /** Day of the last meeting that was held; null when there was none. */
    public LocalDate getLastServiceOn() {
        return lastServiceOn;
    }

    /** The day it was closed; null while it is open. */
    public LocalDate getClosedOn() {
        return closedOn;
    }

    /** The last day the law of the place keeps it; null while it is open. */
    public LocalDate getRetainUntil() {
        return retainUntil;
    }

    /** Why it is kept beyond its time; null when nothing holds it. */
    public String getHoldReason() {
        return holdReason;
    }

    public LocalDate getDestroyedOn() {
        return destroyedOn;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
