package app.entente.meeting;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody of the file who is expected at a meeting. */
@Entity
@Table(name = "meeting_attendee")
class MeetingAttendee extends TenantOwned {

    @Column(name = "meeting_id")
    private UUID meetingId;
    @Column(name = "person_id")
    private UUID personId;

    protected MeetingAttendee() {
    }

    MeetingAttendee(UUID meetingId, UUID personId) {
        super(Ids.next());
        this.meetingId = meetingId;
        this.personId = personId;
    }

    UUID personId() {
        return personId;
    }
}
