package app.entente.meeting;

import app.entente.identity.Role;
import app.entente.kernel.TimelineEntry;
import app.entente.kernel.TimelinePart;
import app.entente.practice.Service;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The meetings in a file's timeline. */
@Stateless
@UseCases
public class MeetingTimeline implements TimelinePart {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    @Override
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<TimelineEntry> of(UUID file) {
        return em.createQuery("select m, s from Meeting m, Service s where s.id = m.serviceId and m.fileId = :file", Object[].class)
            .setParameter("file", file).getResultStream().map(row -> entry((Meeting) row[0], (Service) row[1])).toList();
    }

    @Override
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<TimelineEntry> counted(UUID file) {
        return em.createQuery("select m.startsAt from Meeting m where m.fileId = :file and m.status = 'held'", Instant.class).setParameter("file", file)
            .getResultStream().map(at -> TimelineEntry.joint(at, "meeting", "meeting.timeline.held").ended(true)).toList();
    }

    private static TimelineEntry entry(Meeting meeting, Service service) {
        return TimelineEntry.joint(meeting.getStartsAt(), "meeting", "meeting.timeline." + meeting.getStatus(), service.getTitle(), meeting.getMinutes())
            .to("/meeting/show?id=" + meeting.getId()).ended(meeting.isHeld());
    }
}
