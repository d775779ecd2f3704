package app.entente.meeting;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

/** A rule by which meetings repeat in local time (rule 8). When it changes from one meeting on, it ends there and another series follows it. */
@Entity
@Table(name = "meeting_series")
public class MeetingSeries extends TenantRecord {

    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "service_id")
    private UUID serviceId;
    private String rule;
    @Column(name = "first_local")
    private LocalDateTime firstLocal;
    private String zone;
    @Column(name = "ended_before")
    private LocalDateTime endedBefore;
    @Column(name = "previous_id")
    private UUID previousId;
    @Column(name = "created_at")
    private Instant createdAt;

    protected MeetingSeries() {
    }

    MeetingSeries(UUID fileId, UUID serviceId, Repeat repeat, LocalDateTime first, ZoneId zone, Instant now) {
        super(Ids.next());
        this.fileId = fileId;
        this.serviceId = serviceId;
        this.rule = repeat.rule();
        this.firstLocal = first;
        this.zone = zone.getId();
        this.createdAt = now;
    }

    /** The series that goes on from one of its meetings, by another rule; this one ends before that meeting. */
    MeetingSeries split(LocalDateTime at, Repeat repeat, LocalDateTime first, Instant now) {
        MeetingSeries next = new MeetingSeries(fileId, serviceId, repeat, first, ZoneId.of(zone), now);
        next.previousId = getId();
        endedBefore = at;
        return next;
    }

    /** Goes by another rule from its first meeting on: nothing of it has taken place yet. */
    void follow(Repeat repeat, LocalDateTime first) {
        rule = repeat.rule();
        firstLocal = first;
    }

    public UUID getFileId() {
        return fileId;
    }

    public Repeat getRepeat() {
        return new Repeat(rule);
    }

    /** Local time of its first meeting. */
    public LocalDateTime getFirstLocal() {
        return firstLocal;
    }

    /** Where it was split; null when it runs to its own end. */
    public LocalDateTime getEndedBefore() {
        return endedBefore;
    }

    /** The series it goes on from; null for the first. */
    public UUID getPreviousId() {
        return previousId;
    }
}
