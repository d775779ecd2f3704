package app.entente.meeting;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

/** Hours in which the practice receives: on a day of every week, or on one day that is otherwise. A day without hours is closed. */
@Entity
@Table(name = "opening_hours")
public class OpeningHours extends TenantOwned {

    private Integer weekday;
    private LocalDate day;
    @Column(name = "opens")
    private LocalTime opens;
    @Column(name = "closes")
    private LocalTime closes;

    protected OpeningHours() {
    }

    private OpeningHours(Integer weekday, LocalDate day, LocalTime opens, LocalTime closes) {
        super(Ids.next());
        this.weekday = weekday;
        this.day = day;
        this.opens = opens;
        this.closes = closes;
    }

    /** Hours of every week; refused with {@code meeting.hours} unless they open before they close. */
    public static OpeningHours weekly(DayOfWeek weekday, LocalTime opens, LocalTime closes) {
        if (opens == null || closes == null || !opens.isBefore(closes)) {
            throw new BusinessRuleViolation("meeting.hours");
        }
        return new OpeningHours(weekday.getValue(), null, opens, closes);
    }

    /** Hours of one day; both empty when it is closed. Refused with {@code meeting.hours} unless they open before they close. */
    public static OpeningHours once(LocalDate day, LocalTime opens, LocalTime closes) {
        boolean closed = opens == null && closes == null;
        if (day == null || !closed && (opens == null || closes == null || !opens.isBefore(closes))) {
            throw new BusinessRuleViolation("meeting.hours");
        }
        return new OpeningHours(null, day, opens, closes);
    }

    /** The day of the week; null for a single day. */
    public DayOfWeek getWeekday() {
        return weekday == null ? null : DayOfWeek.of(weekday);
    }

    /** The single day; null for every week. */
    public LocalDate getDay() {
        return day;
    }

    /** When it opens; null when the day is closed. */
    public LocalTime getOpens() {
        return opens;
    }

    public LocalTime getCloses() {
        return closes;
    }

    public boolean isClosed() {
        return opens == null;
    }
}
