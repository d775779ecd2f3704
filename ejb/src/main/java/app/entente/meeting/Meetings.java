package app.entente.meeting;

import app.entente.file.Files;
import app.entente.identity.Caller;
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
import jakarta.annotation.security.PermitAll;
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
import java.util.List;
import java.util.UUID;

/** Books meetings of the current workspace, notes what became of them, and lists them. */
@Stateless
@UseCases
public class Meetings {

    private static final Duration PAST = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofMinutes(600);
    private static final int MOST = 300;
    static final String ROW = "select new app.entente.meeting.MeetingRow(m.id, m.fileId, f.reference, p.id, p.details.givenName, "
        + "p.details.familyName, p.details.chosenName, m.serviceId, s.title.fr, s.title.en, s.priceMinor, s.datedPrices, m.startsAt, m.zone, m.minutes, "
        + "m.mode, m.place, m.link, m.phone, m.status, m.seriesId, m.reason, m.late, m.asked, m.travelMinutes) from Meeting m, ClientFile f, Participant t, Person p, Service s where f.id = m.fileId and t.fileId = m.fileId "
        + "and t.principal = true and p.id = t.personId and s.id = m.serviceId ";

    /** That the person is expected there, or is the client where nobody in particular is. */
    static final String MINE = "and (exists (select a from MeetingAttendee a where a.meetingId = m.id and a.personId = :person) "
        + "or p.id = :person and not exists (select o from MeetingAttendee o where o.meetingId = m.id)) ";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Caller caller;
    @Inject
    Workspaces workspaces;
    @Inject
    Practices practices;
    @Inject
    Files files;
    @Inject
    Bookings bookings;
    @Inject
    Moves moves;
    @Inject
    Event<MeetingHeld> held;
    @Inject
    Event<MeetingMissed> missed;

    /**
     * Books a single meeting with the file's client, what speaks against it being known; see {@link Bookings#book} for what is refused.
     *
     * @param place where, in a few words; may be empty
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("meeting.booked")
    public UUID book(UUID file, UUID service, LocalDateTime local, int minutes, String mode, String place) {
        return bookings.book(new Booking(file, service, local, minutes, mode, new Where(place, "", "", "", ""), List.of(), null), true);
    }

    /** Writes down a meeting that has taken place without having been booked; refused with {@code meeting.not_yet} when it has not begun. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("meeting.recorded")
    public UUID recordHeld(UUID file, UUID service, LocalDateTime local, int minutes, String mode, String place) {
        Person person = files.client(file);
        Meeting meeting = meeting(file, service, local, minutes, mode, place, person);
        meeting.hold(clock.instant());
        em.persist(meeting);
        held.fire(new MeetingHeld(meeting.getId(), file, person.getId()));
        return meeting.getId();
    }

    /** Notes that a booked meeting took place; refused as {@link Meeting#hold} says. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("meeting.held")
    public void hold(UUID id) {
        Meeting meeting = read(id);
        meeting.hold(clock.instant());
        held.fire(new MeetingHeld(id, meeting.getFileId(), files.client(meeting.getFileId()).getId()));
    }

    /** Notes that the client did not come; refused as {@link Meeting#miss} says. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("meeting.missed")
    public void miss(UUID id) {
        Meeting meeting = read(id);
        meeting.miss(clock.instant());
        missed.fire(new MeetingMissed(id, meeting.getFileId(), files.client(meeting.getFileId()).getId()));
    }

    /**
     * Notes that a booked meeting was cancelled; refused as {@link Meeting#cancel} says.
     *
     * @param byClient whether the client cancelled; else the practitioner did
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("meeting.cancelled")
    public void cancel(UUID id, boolean byClient) {
        moves.cancel(id, Reach.ONE, byClient, "", 1);
    }

    /** One meeting. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("meeting.opened")
    public Meeting find(UUID id) {
        return read(id);
    }

    /** One meeting, as a row. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("meeting.opened")
    public MeetingRow row(UUID id) {
        return em.createQuery(ROW + "and m.id = :id", MeetingRow.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** The meetings of a file, latest first; at most 300. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<MeetingRow> ofFile(UUID file) {
        return em.createQuery(ROW + "and m.fileId = :file order by m.startsAt desc", MeetingRow.class)
            .setParameter("file", file).setMaxResults(MOST).getResultList();
    }

    /** The meetings of the workspace from thirty days ago on, in their order; at most 300. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<MeetingRow> agenda() {
        return em.createQuery(ROW + "and m.startsAt >= :since order by m.startsAt", MeetingRow.class)
            .setParameter("since", clock.instant().minus(PAST)).setMaxResults(MOST).getResultList();
    }

    /** The meetings of the workspace that begin within a time, in their order; at most 1,000. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<MeetingRow> between(Instant from, Instant to) {
        return em.createQuery(ROW + "and m.startsAt >= :from and m.startsAt < :to order by m.startsAt, m.id", MeetingRow.class)
            .setParameter("from", from).setParameter("to", to).setMaxResults(1000).getResultList();
    }

    /** The names of those who are expected at a meeting, as they are said; empty for a meeting with the file's client alone. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<Person> attendees(UUID id) {
        return em.createQuery("select p from Person p, MeetingAttendee a where a.meetingId = :meeting and p.id = a.personId "
            + "order by p.details.familyName, p.details.givenName", Person.class).setParameter("meeting", id).getResultList();
    }

    /** The people of a file who may be expected at its meetings, the client first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<Person> people(UUID file) {
        return em.createQuery("select p from Person p, Participant t where t.fileId = :file and t.until is null and p.id = t.personId "
            + "order by case when t.capacity = 'client' then 0 else 1 end, p.details.familyName", Person.class).setParameter("file", file).getResultList();
    }

    /** The rule of a meeting's series and where it stands in it; null for a single one. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public MeetingSeries series(UUID meeting) {
        return em.createQuery("select s from MeetingSeries s, Meeting m where m.id = :meeting and s.id = m.seriesId", MeetingSeries.class)
            .setParameter("meeting", meeting).getResultStream().findFirst().orElse(null);
    }

    /** The signed-in client's next meeting, or the one under way; null when none is booked. */
    @RolesAllowed(Role.CLIENT)
    public MeetingRow myNext() {
        Instant now = clock.instant();
        return em.createQuery(ROW + MINE + "and m.status = 'booked' and m.startsAt > :since order by m.startsAt", MeetingRow.class)
            .setParameter("person", caller.personId()).setParameter("since", now.minus(LONGEST)).getResultStream()
            .filter(row -> row.endsAt().isAfter(now)).findFirst().orElse(null);
    }

    /** Writes the first meetings of a workspace that has none, without telling anybody; refused when there are some. Called when a workspace is opened. */
    @PermitAll
    public void establish(List<Meeting> meetings) {
        if (em.createQuery("select count(m) from Meeting m", Long.class).getSingleResult() > 0) {
            throw new IllegalStateException("the workspace already has meetings");
        }
        meetings.forEach(em::persist);
    }

    /** Takes over meetings that have taken place, were missed or cancelled before they came here, without telling anybody. Called by what brings them along. */
    @PermitAll
    public void takeOver(List<Meeting> past) {
        past.forEach(em::persist);
    }

    private Meeting meeting(UUID file, UUID service, LocalDateTime local, int minutes, String mode, String place, Person person) {
        Service offered = practices.service(service);
        if (!"open".equals(files.find(file).getStatus())) {
            throw new BusinessRuleViolation("meeting.file_closed");
        }
        return new Meeting(file, offered, local, workspaces.find(tenant.id()).getZone(), minutes, mode,
            new Where(place, person.getDetails().getPostalCode(), person.getDetails().getCity(), "", ""), clock.instant());
    }

    private Meeting read(UUID id) {
        return em.createQuery("select m from Meeting m where m.id = :id", Meeting.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }
}
