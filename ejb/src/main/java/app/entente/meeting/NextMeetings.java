package app.entente.meeting;

import app.entente.file.Files;
import app.entente.identity.Role;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Proposes the next meeting of a file by the rhythm of those there have been (rule 13). */
@Stateless
@UseCases
public class NextMeetings {

    /** More than two rounds of a week with a call every day. */
    private static final int READ = 16;
    private static final int NOTHING = -1;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Files files;
    @Inject
    Practices practices;
    @Inject
    Bookings bookings;

    /**
     * The next meeting of a file with a service, by the rhythm of those with that service, or of all where there was none with it yet. Cancelled ones
     * are none of the rhythm.
     *
     * @return null when the file had no meeting yet
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public NextMeeting propose(UUID file, UUID service) {
        files.client(file);
        Service offered = practices.service(service);
        List<Meeting> all = em.createQuery("select m from Meeting m where m.fileId = :file and m.status in ('booked', 'held', 'missed') "
            + "order by m.startsAt desc", Meeting.class).setParameter("file", file).setMaxResults(READ).getResultList();
        List<Meeting> same = all.stream().filter(meeting -> meeting.getServiceId().equals(service)).toList();
        List<Meeting> before = same.isEmpty() ? all : same;
        return before.isEmpty() ? null : propose(before, offered, workspaces.find(tenant.id()).getZone());
    }

    private NextMeeting propose(List<Meeting> before, Service service, ZoneId zone) {
        Meeting last = before.get(0);
        int minutes = service.getId().equals(last.getServiceId()) ? Math.min(last.getMinutes(), service.getMaxMinutes()) : service.getUsualMinutes();
        String mode = service.getModes().contains(last.getMode()) ? last.getMode() : service.getModes().get(0);
        int travel = "home".equals(mode) ? service.getTravelMinutes() : 0;
        Rhythm rhythm = Rhythm.of(before.stream().map(meeting -> meeting.getStartsAt().atZone(zone).toLocalDateTime()).toList());
        Instant now = clock.instant();
        List<LocalDateTime> times = rhythm.next(local -> Meeting.instant(local, zone).isAfter(now));
        List<Slot> wanted = times.stream().map(local -> new Slot(null, Meeting.instant(local, zone), minutes, travel, null)).toList();
        Map<Instant, List<Caution>> against = bookings.against(wanted, Set.of()).stream().collect(Collectors.groupingBy(Caution::at));
        List<List<Caution>> told = wanted.stream().map(slot -> against.getOrDefault(slot.start(), List.of())).toList();
        // Whoever is met outside the hours of the practice every week is met so again; it is said, as it was the last time.
        int chosen = first(told, List::isEmpty).orElseGet(() -> first(told, cautions -> cautions.stream().allMatch(one -> one.what() == Caution.What.CLOSED))
            .orElse(NOTHING));
        List<UUID> attendees = em.createQuery("select a.personId from MeetingAttendee a where a.meetingId = :meeting", UUID.class)
            .setParameter("meeting", last.getId()).getResultList();
        return new NextMeeting(last, attendees, chosen == NOTHING ? null : times.get(chosen), minutes, mode, rhythm.weeks(), rhythm.often(),
            chosen == 0 ? null : told.get(0).get(0), chosen == NOTHING ? List.of() : told.get(chosen));
    }

    private static OptionalInt first(List<List<Caution>> told, Predicate<List<Caution>> suits) {
        return IntStream.range(0, told.size()).filter(i -> suits.test(told.get(i))).findFirst();
    }
}
