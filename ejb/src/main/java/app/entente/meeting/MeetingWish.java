package app.entente.meeting;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/** How somebody wishes to hear of their meetings (rule 12). */
@Entity
@Table(name = "meeting_wish")
public class MeetingWish extends TenantRecord {

    /** Hours before a meeting at which a reminder may come; 0 for none. */
    public static final List<Integer> HOURS = List.of(0, 2, 24, 48);
    private static final int DAY_BEFORE = 24;

    @Column(name = "person_id")
    private UUID personId;
    @Column(name = "reminder_hours")
    private int reminderHours;
    private boolean plain;

    protected MeetingWish() {
    }

    /** What holds until the person says otherwise: a reminder the day before, discreet words. */
    MeetingWish(UUID personId) {
        super(Ids.next());
        this.personId = personId;
        this.reminderHours = DAY_BEFORE;
    }

    void say(int hours, boolean inPlainWords) {
        if (!HOURS.contains(hours)) {
            throw new IllegalArgumentException("no such reminder");
        }
        reminderHours = hours;
        plain = inPlainWords;
    }

    UUID personId() {
        return personId;
    }

    /** Hours before a meeting; 0 for no reminder. */
    public int getReminderHours() {
        return reminderHours;
    }

    /** Whether calendars may name the service and the place. */
    public boolean isPlain() {
        return plain;
    }
}
