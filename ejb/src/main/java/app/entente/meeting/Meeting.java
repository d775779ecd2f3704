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

    private static final int LONGEST_WORDS = 500;

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
    @Column(name = "series_id")
    private UUID seriesId;
    private LocalDateTime occurrence;
    private int sequence;
    private String link = "";
    private String phone = "";
    @Column(name = "travel_minutes")
    private int travelMinutes;
    private String reason = "";
    @Column(name = "settled_at")
    private Instant settledAt;
    private boolean late;
    private String asked = "";
    @Column(name = "asked_at")
    private Instant askedAt;
    @Column(name = "reminded_at")
    private Instant remindedAt;

    protected Meeting() {
    }

    /**
     * A booked meeting that its service allows (rule 2).
     *
     * @param local date and time as the clocks of the zone show them (rule 4)
     * @param minutes length; less than one is refused with {@code meeting.too_short}
     * @param mode office, home, video or phone
     * @param where the place; whether it suffices for a meeting to come is {@link Where#serves}'s to say
     */
    public Meeting(UUID fileId, Service service, LocalDateTime local, ZoneId zone, int minutes, String mode, Where where, Instant now) {
        super(Ids.next());
        allow(service, minutes, mode, where);
        this.fileId = fileId;
        this.startsAt = instant(local, zone);
        this.zone = zone.getId();
        this.status = BOOKED;
        this.createdAt = now;
        takePlace(service, minutes, mode, where);
    }

    /** A booked meeting whose place is said in a few words, with the postal code of a visit at home. */
    public Meeting(UUID fileId, Service service, LocalDateTime local, ZoneId zone, int minutes, String mode, String place, String postalCode,
        Instant now) {
        this(fileId, service, local, zone, minutes, mode, Where.at(place, postalCode), now);
    }

    private static void allow(Service service, int minutes, String mode, Where where) {
        if (minutes < 1) {
            throw new BusinessRuleViolation("meeting.too_short").at("minutes");
        }
        service.allow(minutes, mode, where.postalCode(), where.city());
    }

    private void takePlace(Service service, int length, String how, Where where) {
        boolean home = "home".equals(how);
        serviceId = service.getId();
        minutes = length;
        mode = how;
        String town = (where.postalCode() + " " + where.city()).strip();
        place = home && !town.isEmpty() && !where.place().isEmpty() && !where.place().contains(town) ? where.place() + ", " + town : where.place();
        link = "video".equals(how) ? where.link() : "";
        phone = "phone".equals(how) ? where.phone() : "";
        travelMinutes = home ? service.getTravelMinutes() : 0;
    }

    /** Makes it the meeting of a series at that place in its rule (rule 8). */
    void belongsTo(MeetingSeries series, LocalDateTime place) {
        seriesId = series.getId();
        occurrence = place;
    }

    /**
     * Puts it at another time (rule 9); refused with {@code meeting.settled} unless it is booked, {@code meeting.begun} once it has begun.
     *
     * @param local the new time as the clocks of the zone show it
     */
    void move(LocalDateTime local, Instant now) {
        mustBeToCome(now);
        startsAt = instant(local, ZoneId.of(zone));
        sequence++;
        remindedAt = null;
        answered();
    }

    /** Says anew how long, how and where; refused like {@link #move} and as its service says. */
    void change(Service service, int length, String how, Where where, Instant now) {
        mustBeToCome(now);
        allow(service, length, how, where);
        takePlace(service, length, how, where);
        sequence++;
        answered();
    }

    /** Keeps what its client asks, until somebody answers by moving, cancelling or {@link #answered}. */
    void ask(String words, Instant now) {
        mustBeToCome(now);
        String said = words == null ? "" : words.strip();
        if (said.isEmpty()) {
            throw new BusinessRuleViolation("meeting.ask_empty");
        }
        asked = said.substring(0, Math.min(LONGEST_WORDS, said.length()));
        askedAt = now;
    }

    /** What the client asked has its answer. */
    void answered() {
        asked = "";
        askedAt = null;
    }

    /** A reminder has been sent, or need not be. */
    void reminded(Instant now) {
        remindedAt = now;
    }

    private void mustBeToCome(Instant now) {
        if (!BOOKED.equals(status)) {
            throw new BusinessRuleViolation("meeting.settled");
        }
        if (!startsAt.isAfter(now)) {
            throw new BusinessRuleViolation("meeting.begun");
        }
    }

    /** Whether it is booked and has not begun: what a change of its series may reach. */
    boolean isToCome(Instant now) {
        return BOOKED.equals(status) && startsAt.isAfter(now);
    }

    /** Whether it was moved away from its place in the rule of its series. */
    boolean isException() {
        return occurrence != null && !startsAt.equals(instant(occurrence, ZoneId.of(zone)));
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

    /** Notes that it was cancelled, without a word; refused with {@code meeting.settled} unless it is booked. */
    public void cancel(boolean byClient, Instant now) {
        cancel(byClient, "", null, now);
    }

    /**
     * Notes that it was cancelled; refused with {@code meeting.settled} unless it is booked.
     *
     * @param why in the words of who cancels; may be empty
     * @param notice hours that the signed agreement asks for; null when none does (rule 10)
     */
    void cancel(boolean byClient, String why, Integer notice, Instant now) {
        settle(byClient ? CANCELLED_BY_CLIENT : CANCELLED_BY_PRACTITIONER, now, false);
        String words = why == null ? "" : why.strip();
        reason = words.substring(0, Math.min(LONGEST_WORDS, words.length()));
        late = byClient && notice != null && now.isAfter(startsAt.minus(Duration.ofHours(notice)));
        sequence++;
    }

    private void settle(String outcome, Instant now, boolean begun) {
        if (!BOOKED.equals(status)) {
            throw new BusinessRuleViolation("meeting.settled");
        }
        if (begun && startsAt.isAfter(now)) {
            throw new BusinessRuleViolation("meeting.not_yet");
        }
        status = outcome;
        settledAt = now;
        answered();
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

    /** Its local date and time. */
    public LocalDateTime getLocal() {
        return startsAt.atZone(ZoneId.of(zone)).toLocalDateTime();
    }

    /** The series it belongs to; null for a single one. */
    public UUID getSeriesId() {
        return seriesId;
    }

    /** Its local place in the rule of its series; null for a single one. */
    LocalDateTime getOccurrence() {
        return occurrence;
    }

    /** How many times what is told of it has changed, as calendars count (RFC 5545, SEQUENCE). */
    public int getSequence() {
        return sequence;
    }

    /** Address of the video call; may be empty. */
    public String getLink() {
        return link;
    }

    /** The number that is called; empty unless it is by phone. */
    public String getPhone() {
        return phone;
    }

    /** Minutes of road before and after. */
    public int getTravelMinutes() {
        return travelMinutes;
    }

    /** Why it was cancelled, in the words of who did. */
    public String getReason() {
        return reason;
    }

    /** When its outcome was noted, UTC; null while it is booked. */
    public Instant getSettledAt() {
        return settledAt;
    }

    /** Whether the client cancelled later than the signed agreement allows. */
    public boolean isLate() {
        return late;
    }

    /** What its client asks; empty when nothing awaits an answer. */
    public String getAsked() {
        return asked;
    }

    /** When it was booked, UTC. */
    Instant getCreatedAt() {
        return createdAt;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }
}
