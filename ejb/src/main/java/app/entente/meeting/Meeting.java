package app.entente.meeting;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.practice.Service;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

/** One meeting of a file, booked or past. */
@Entity
public class Meeting extends TenantRecord {

    /** It is to come, or nobody has said yet what became of it. */
    public static final String BOOKED = "booked";
    /** It took place. */
    public static final String HELD = "held";
    /** The client did not come. */
    public static final String MISSED = "missed";
    /** The client cancelled it. */
    public static final String CANCELLED_BY_CLIENT = "cancelled_by_client";
    /** The practitioner cancelled it. */
    public static final String CANCELLED_BY_PRACTITIONER = "cancelled_by_practitioner";

    private static final int LONGEST_PLACE = 200;

    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "service_id")
    private UUID serviceId;
    @Column(name = "starts_at")
    private Instant startsAt;
    private String zone;
    private int minutes;
    private String mode;
    private String place;
    private String status;
    @Column(name = "created_at")
    private Instant createdAt;

    protected Meeting() {
    }

    /**
     * A booked meeting that its service allows (rule 2).
     *
     * @param local date and time as the clocks of the zone show them (rule 4)
     * @param minutes length; less than one is refused with {@code meeting.too_short}
     * @param mode office, home, video or phone
     * @param place where, in a few words; cut at 200 characters, may be empty
     * @param postalCode where the person lives; only asked for at home
     */
    public Meeting(UUID fileId, Service service, LocalDateTime local, ZoneId zone, int minutes, String mode, String place, String postalCode,
        Instant now) {
        super(Ids.next());
        if (minutes < 1) {
            throw new BusinessRuleViolation("meeting.too_short");
        }
        service.allow(minutes, mode, postalCode);
        this.fileId = fileId;
        this.serviceId = service.getId();
        this.startsAt = instant(local, zone);
        this.zone = zone.getId();
        this.minutes = minutes;
        this.mode = mode;
        String words = place == null ? "" : place.strip();
        this.place = words.substring(0, Math.min(LONGEST_PLACE, words.length()));
        this.status = BOOKED;
        this.createdAt = now;
    }

    /** The instant of a local time (rule 4). */
    static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }

    /** Notes that it took place; refused with {@code meeting.not_yet} before it begins, {@code meeting.settled} unless it is booked. */
    public void hold(Instant now) {
        settle(HELD, now, true);
    }

    /** Notes that the client did not come; refused like {@link #hold}. */
    public void miss(Instant now) {
        settle(MISSED, now, true);
    }

    /** Notes that it was cancelled; refused with {@code meeting.settled} unless it is booked. */
    public void cancel(boolean byClient, Instant now) {
        settle(byClient ? CANCELLED_BY_CLIENT : CANCELLED_BY_PRACTITIONER, now, false);
    }

    private void settle(String outcome, Instant now, boolean begun) {
        if (!BOOKED.equals(status)) {
            throw new BusinessRuleViolation("meeting.settled");
        }
        if (begun && startsAt.isAfter(now)) {
            throw new BusinessRuleViolation("meeting.not_yet");
        }
        status = outcome;
    }

    public UUID getFileId() {
        return fileId;
    }

    public UUID getServiceId() {
        return serviceId;
    }

    public Instant getStartsAt() {
        return startsAt;
    }

    public Instant getEndsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    /** The day it begins, as the calendars of its zone show it. */
    public LocalDate getDay() {
        return startsAt.atZone(ZoneId.of(zone)).toLocalDate();
    }

    public int getMinutes() {
        return minutes;
    }

    /** {@code office}, {@code home}, {@code video} or {@code phone}. */
    public String getMode() {
        return mode;
    }

    public String getPlace() {
        return place;
    }

    /** One of the five states (rule 1). */
    public String getStatus() {
        return status;
    }

    public boolean isHeld() {
        return HELD.equals(status);
    }
}
