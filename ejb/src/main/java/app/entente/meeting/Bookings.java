package app.entente.meeting;

import app.entente.file.Files;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.person.Person;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Puts meetings to come into the calendar, single ones and series, after saying what speaks against it. */
@Stateless
@UseCases
public class Bookings {

    /** The longest meeting and the longest road: what begins further away cannot be in the way. */
    private static final Duration FAR = Duration.ofMinutes(600 + 2 * 240);

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Practices practices;
    @Inject
    Files files;
    @Inject
    OpeningTimes openingTimes;
    @Inject
    Event<MeetingBooked> booked;
    @Inject
    Event<MeetingsBooked> allBooked;

    /** What to know before booking (rule 7); refused as {@link #book} is. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<Caution> cautions(Booking booking) {
        return cautions(meetings(booking), Set.of());
    }

    /**
     * Books a meeting or a series (rules 2 to 6 and 8). Refused as {@link Meeting}, {@link Where#serves} and {@link Repeat#weekly} say, with
     * {@code meeting.over} when the first one is over, {@code meeting.file_closed} when the file is not open, and {@code meeting.look_again} while
     * there is something to know that nobody has confirmed.
     *
     * @param confirmed whether what speaks against it was shown and accepted
     * @return the first meeting
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("meeting.booked")
    public UUID book(Booking booking, boolean confirmed) {
        List<Meeting> meetings = meetings(booking);
        if (!confirmed) {
            List<Caution> cautions = cautions(meetings, Set.of());
            if (!cautions.isEmpty()) {
                throw new BusinessRuleViolation("meeting.look_again", cautions.size());
            }
        }
        if (booking.repeat() != null) {
            MeetingSeries series = new MeetingSeries(booking.file(), booking.service(), booking.repeat(), booking.local(), zone(), clock.instant());
            em.persist(series);
            em.flush();
            meetings.forEach(meeting -> meeting.belongsTo(series, meeting.getLocal()));
        }
        meetings.forEach(em::persist);
        em.flush();
        UUID client = files.client(booking.file()).getId();
        Set<UUID> expected = booking.attendees().isEmpty() ? Set.of(client) : attendees(booking);
        meetings.forEach(meeting -> expected.forEach(person -> em.persist(new MeetingAttendee(meeting.getId(), person))));
        meetings.forEach(meeting -> booked.fire(new MeetingBooked(meeting.getId(), booking.file(), client, meeting.getStartsAt())));
        em.flush();
        allBooked.fire(new MeetingsBooked(meetings.stream().map(Meeting::getId).toList(), booking.file()));
        return meetings.get(0).getId();
    }

    /**
     * What to know of times that are wanted, in their order (rule 7).
     *
     * @param except meetings that give up their own time
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<Caution> against(List<Slot> wanted, Set<UUID> except) {
        return new Cautions(busy(wanted.get(0).start(), wanted.get(wanted.size() - 1).start()), except, openingTimes.week(), zone()).of(wanted);
    }

    private List<Caution> cautions(List<Meeting> meetings, Set<UUID> except) {
        List<Caution> found = new ArrayList<>(against(meetings.stream()
            .map(m -> new Slot(m.getId(), m.getStartsAt(), m.getMinutes(), m.getTravelMinutes(), null)).toList(), except));
        Meeting first = meetings.get(0);
        Caution.unlinked(first.getMode(), first.getLink(), first.getStartsAt()).ifPresent(caution -> found.add(0, caution));
        return found;
    }

    private List<Slot> busy(Instant first, Instant last) {
        return em.createQuery("select new app.entente.meeting.Slot(m.id, m.startsAt, m.minutes, m.travelMinutes, p.details.givenName, "
                + "p.details.familyName, p.details.chosenName) from Meeting m, Participant t, Person p where t.fileId = m.fileId "
                + "and t.principal = true and p.id = t.personId and m.status in ('booked', 'held') and m.startsAt > :from and m.startsAt < :to "
                + "order by m.startsAt", Slot.class)
            .setParameter("from", first.minus(FAR)).setParameter("to", last.plus(FAR)).getResultList();
    }

    private List<Meeting> meetings(Booking booking) {
        Person client = files.client(booking.file());
        if (!"open".equals(files.find(booking.file()).getStatus())) {
            throw new BusinessRuleViolation("meeting.file_closed");
        }
        Service service = practices.service(booking.service());
        Where where = Places.complete(booking.where(), booking.mode(), client.getDetails());
        List<Meeting> meetings = new ArrayList<>();
        for (LocalDateTime local : booking.times()) {
            meetings.add(new Meeting(booking.file(), service, local, zone(), booking.minutes(), booking.mode(), where, clock.instant()));
        }
        if (!meetings.get(0).getEndsAt().isAfter(clock.instant())) {
            throw new BusinessRuleViolation("meeting.over").at("date");
        }
        where.serves(booking.mode());
        return meetings;
    }

    private Set<UUID> attendees(Booking booking) {
        Set<UUID> wanted = new HashSet<>(booking.attendees());
        List<UUID> known = em.createQuery("select t.personId from Participant t where t.fileId = :file and t.until is null and t.personId in :people",
            UUID.class).setParameter("file", booking.file()).setParameter("people", wanted).getResultList();
        if (!wanted.equals(new HashSet<>(known))) {
            throw new NotFound();
        }
        return wanted;
    }

    private ZoneId zone() {
        return workspaces.find(tenant.id()).getZone();
    }
}
