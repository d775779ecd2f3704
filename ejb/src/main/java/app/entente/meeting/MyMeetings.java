package app.entente.meeting;

import app.entente.agreement.CancellationNotices;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.person.People;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A client's own meetings: when, how, and what they want changed. */
@Stateless
@UseCases
public class MyMeetings {

    private static final Duration LONGEST = Duration.ofMinutes(600);
    private static final int MOST = 100;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Caller caller;
    @Inject
    People people;
    @Inject
    CancellationNotices notices;
    @Inject
    MeetingWords words;
    @Inject
    Event<MeetingsCancelled> cancelled;
    @Inject
    Event<ChangeAsked> asked;

    /** Meetings that are booked and not over, the nearest first; at most 100. */
    @RolesAllowed(Role.CLIENT)
    public List<MeetingRow> upcoming() {
        return rows("and m.status = 'booked' and m.startsAt > :since order by m.startsAt").stream().filter(row -> row.endsAt().isAfter(clock.instant())).toList();
    }

    /** Meetings of before and cancelled ones, the latest first; at most 100. */
    @RolesAllowed(Role.CLIENT)
    public List<MeetingRow> past() {
        return em.createQuery(Meetings.ROW + Meetings.MINE + "and (m.status <> 'booked' or m.startsAt <= :now) order by m.startsAt desc", MeetingRow.class)
            .setParameter("person", caller.personId()).setParameter("now", clock.instant()).setMaxResults(MOST).getResultStream()
            .filter(row -> !row.booked() || !row.endsAt().isAfter(clock.instant())).toList();
    }

    /** One of the client's own meetings. */
    @RolesAllowed(Role.CLIENT)
    @Audited("meeting.read_by_client")
    public MeetingRow row(UUID id) {
        return em.createQuery(Meetings.ROW + Meetings.MINE + "and m.id = :id", MeetingRow.class).setParameter("person", caller.personId())
            .setParameter("id", id).getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** Hours of notice that the signed agreement asks for to cancel that meeting; null when none does. */
    @RolesAllowed(Role.CLIENT)
    public Integer notice(UUID id) {
        return notices.hours(row(id).fileId());
    }

    /**
     * Cancels a meeting to come that is with this client alone. Refused with {@code meeting.begun}, {@code meeting.settled}, and with
     * {@code meeting.several} when others are expected too.
     *
     * @param why may be empty
     */
    @RolesAllowed(Role.CLIENT)
    @Audited("meeting.cancelled_by_client")
    public void cancel(UUID id, String why) {
        Meeting meeting = find(id);
        if (em.createQuery("select count(a) from MeetingAttendee a where a.meetingId = :id", Long.class).setParameter("id", id).getSingleResult() > 1) {
            throw new BusinessRuleViolation("meeting.several");
        }
        if (Meeting.BOOKED.equals(meeting.getStatus()) && !meeting.isToCome(clock.instant())) {
            throw new BusinessRuleViolation("meeting.begun");
        }
        meeting.cancel(true, why, notices.hours(meeting.getFileId()), clock.instant());
        em.flush();
        cancelled.fire(new MeetingsCancelled(List.of(id), meeting.getFileId(), true));
    }

    /** Asks for another time or another way; refused with {@code meeting.ask_empty} without words, {@code meeting.begun} or {@code meeting.settled}. */
    @RolesAllowed(Role.CLIENT)
    @Audited("meeting.change_asked")
    public void ask(UUID id, String request) {
        Meeting meeting = find(id);
        meeting.ask(request, clock.instant());
        asked.fire(new ChangeAsked(id, meeting.getFileId(), caller.personId()));
    }

    /** One's own meeting as a calendar object, to be put into a calendar. */
    @RolesAllowed(Role.CLIENT)
    public String calendar(UUID id) {
        MeetingRow row = row(id);
        return words.object().publish(List.of(words.entry(row, find(id).getSequence(), people.myself(), wish())));
    }

    /** How the client wishes to hear of meetings. */
    @RolesAllowed(Role.CLIENT)
    public MeetingWish wish() {
        return em.createQuery("select w from MeetingWish w where w.personId = :person", MeetingWish.class).setParameter("person", caller.personId())
            .getResultStream().findFirst().orElseGet(() -> new MeetingWish(caller.personId()));
    }

    /**
     * Says how the client wishes to hear of meetings.
     *
     * @param hours one of {@link MeetingWish#HOURS}
     * @param plain whether calendars may name the service and the place
     */
    @RolesAllowed(Role.CLIENT)
    @Audited("meeting.wish_said")
    public void wish(int hours, boolean plain) {
        MeetingWish wish = wish();
        wish.say(hours, plain);
        em.persist(wish);
    }

    private List<MeetingRow> rows(String condition) {
        return em.createQuery(Meetings.ROW + Meetings.MINE + condition, MeetingRow.class).setParameter("person", caller.personId())
            .setParameter("since", clock.instant().minus(LONGEST)).setMaxResults(MOST).getResultList();
    }

    private Meeting find(UUID id) {
        row(id);
        return em.createQuery("select m from Meeting m where m.id = :id", Meeting.class).setParameter("id", id).getSingleResult();
    }
}
