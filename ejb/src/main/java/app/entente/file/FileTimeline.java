package app.entente.file;

import app.entente.identity.Role;
import app.entente.kernel.TimelineEntry;
import app.entente.kernel.TimelinePart;
import app.entente.person.Person;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the file itself tells in its timeline: what was said, its path, its people, its openings and closings. */
@Stateless
@UseCases
public class FileTimeline implements TimelinePart {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    @Override
    @PermitAll
    public List<TimelineEntry> counted(UUID file) {
        return List.of();
    }

    @Override
    @RolesAllowed(Role.PRACTITIONER)
    public List<TimelineEntry> of(UUID file) {
        List<TimelineEntry> told = new ArrayList<>();
        em.createQuery("select s from FileStatement s where s.fileId = :file", FileStatement.class).setParameter("file", file).getResultStream()
            .map(FileTimeline::said).forEach(told::add);
        em.createQuery("select s from PathStep s where s.fileId = :file", PathStep.class).setParameter("file", file).getResultStream()
            .map(step -> TimelineEntry.joint(step.getEnteredAt(), "path", "file.timeline.path." + step.getHow(), step.getTitle())).forEach(told::add);
        em.createQuery("select e from Episode e where e.fileId = :file", Episode.class).setParameter("file", file).getResultStream()
            .forEach(episode -> lived(episode, told));
        em.createQuery("select t, p from Participant t, Person p where t.fileId = :file and p.id = t.personId", Object[].class).setParameter("file", file)
            .getResultStream().forEach(row -> tookPart((Participant) row[0], ((Person) row[1]).getName(), told));
        return told;
    }

    private static TimelineEntry said(FileStatement statement) {
        Disclosure disclosure = statement.getDisclosure();
        TimelineEntry entry = disclosure.isJoint() ? TimelineEntry.joint(statement.getCreatedAt(), "statement", "file.timeline.statement.joint")
            : TimelineEntry.of(disclosure.getSource(), statement.getCreatedAt(), "statement", "file.timeline.statement.individual");
        return entry.on(disclosure.getShelf()).saying(statement.getText());
    }

    private static void lived(Episode episode, List<TimelineEntry> told) {
        told.add(TimelineEntry.joint(start(episode.getOpenedOn()), "life", episode.getNumber() == 1 ? "file.timeline.opened" : "file.timeline.reopened"));
        if (episode.getClosedAt() != null) {
            told.add(TimelineEntry.joint(episode.getClosedAt(), "life", "file.timeline.closed"));
        }
    }

    private static void tookPart(Participant part, String name, List<TimelineEntry> told) {
        if (!part.isPrincipal()) {
            told.add(TimelineEntry.of(part.getPersonId(), start(part.getSince()), "people", "file.timeline.joined", name));
        }
        if (part.getUntil() != null) {
            told.add(TimelineEntry.of(part.getPersonId(), start(part.getUntil()), "people", "file.timeline.left", name));
        }
    }

    /** Noon in UTC: the same day on the clocks of every place there is. */
    private static Instant start(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }
}
