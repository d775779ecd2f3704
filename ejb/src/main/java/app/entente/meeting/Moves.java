package app.entente.meeting;

import app.entente.agreement.CancellationNotices;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.practice.Practices;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Moves and cancels meetings to come: one, one and those after it, or all of its series. What is settled never moves (rule 9). */
@Stateless
@UseCases
public class Moves {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Practices practices;
    @Inject
    CancellationNotices notices;
    @Inject
    Bookings bookings;
    @Inject
    Event<MeetingsMoved> moved;
    @Inject
    Event<MeetingsCancelled> cancelled;

    /**
     * What a change would reach, for each way there is: one alone for a single meeting, three for one of a series.
     *
     * @param cancelling whether the change is a cancellation, which also reaches those that were moved by themselves
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<Reach.Count> counts(UUID id, boolean cancelling) {
        Meeting meeting = read(id);
        List<Meeting> series = series(meeting, LockModeType.NONE);
        return Arrays.stream(Reach.values()).filter(reach -> reach == Reach.ONE || meeting.getSeriesId() != null)
            .map(reach -> selection(meeting, series, reach, cancelling).count(reach)).toList();
    }

    /** What to know before moving (rule 7): the meetings that would move, compared with those that stay. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<Caution> cautions(UUID id, Reach reach, LocalDateTime to) {
        Meeting meeting = read(id);
        Selection selection = selection(meeting, series(meeting, LockModeType.NONE), reach, false);
        if (selection.changed().isEmpty()) {
            return List.of();
        }
        return bookings.against(selection.changed().stream().map(one -> {
            LocalDateTime local = reach == Reach.ONE ? to
                : one.getOccurrence().toLocalDate().plusDays(shift(meeting, to)).atTime(to.toLocalTime());
            return new Slot(one.getId(), Meeting.instant(local, one.zone()), one.getMinutes(), one.getTravelMinutes(), null);
        }).toList(), new HashSet<>(selection.ids()));
    }

    /** The hours of notice that the file's signed agreement asks for; null when none does (rule 10). */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public Integer notice(UUID id) {
        return notices.hours(read(id).getFileId());
    }

    /**
     * Moves a meeting, and with it those that the reach says, by as many days and to the same local time (rules 4 and 9).
     *
     * @param to its new date and time as the clocks of the workspace show them
     * @param expected how many meetings the person was told would move; another number is refused with {@code meeting.changed_meanwhile}
     * @return how many moved
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("meeting.moved")
    public int move(UUID id, Reach reach, LocalDateTime to, int expected) {
        Meeting meeting = read(id);
        List<Meeting> series = series(meeting, LockModeType.PESSIMISTIC_WRITE);
        Selection selection = selection(meeting, series, reach, false);
        selection.mustBe(expected);
        if (reach == Reach.ONE) {
            mustBeToCome(to, meeting.zone());
            meeting.move(to, clock.instant());
        } else {
            shift(meeting, series, selection, to, reach);
        }
        em.flush();
        moved.fire(new MeetingsMoved(selection.ids(), meeting.getFileId()));
        return selection.changed().size();
    }

    /** Says anew of one meeting how long, how and where; refused as {@link Meeting#change} and {@link Where#serves} say. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("meeting.changed")
    public void change(UUID id, int minutes, String mode, Where where) {
        Meeting meeting = read(id);
        where.serves(mode);
        meeting.change(practices.service(meeting.getServiceId()), minutes, mode, where, clock.instant());
        em.flush();
        moved.fire(new MeetingsMoved(List.of(id), meeting.getFileId()));
    }

    /**
     * Cancels a meeting, and with it those that the reach says.
     *
     * @param byClient whether the client cancels; else the practitioner does
     * @param why may be empty
     * @param expected how many meetings the person was told would be cancelled
     * @return how many were
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("meeting.cancelled")
    public int cancel(UUID id, Reach reach, boolean byClient, String why, int expected) {
        Meeting meeting = read(id);
        List<Meeting> series = series(meeting, LockModeType.PESSIMISTIC_WRITE);
        Selection selection = selection(meeting, series, reach, true);
        selection.mustBe(expected);
        Integer notice = byClient ? notices.hours(meeting.getFileId()) : null;
        selection.changed().forEach(one -> one.cancel(byClient, why, notice, clock.instant()));
        em.flush();
        cancelled.fire(new MeetingsCancelled(selection.ids(), meeting.getFileId(), byClient));
        return selection.changed().size();
    }

    /** Says that what the client asked has its answer, though the meeting stays as it is. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public void answered(UUID id) {
        read(id).answered();
    }

    private void shift(Meeting meeting, List<Meeting> all, Selection selection, LocalDateTime to, Reach reach) {
        long days = shift(meeting, to);
        List<Meeting> going = selection.going();
        LocalDateTime first = going.stream().map(Meeting::getOccurrence).min(Comparator.naturalOrder()).orElse(meeting.getOccurrence());
        MeetingSeries series = em.createQuery("select s from MeetingSeries s where s.id = :id", MeetingSeries.class)
            .setParameter("id", meeting.getSeriesId()).getSingleResult();
        long places = series.getRepeat().from(series.getFirstLocal()).stream().filter(place -> !place.isBefore(first)
            && (series.getEndedBefore() == null || place.isBefore(series.getEndedBefore()))).count();
        Repeat repeat = series.getRepeat().moved(days, (int) places);
        LocalDateTime newFirst = first.toLocalDate().plusDays(days).atTime(to.toLocalTime());
        MeetingSeries goesOn = series;
        if (reach == Reach.ALL && going.size() == all.size()) {
            series.follow(repeat, newFirst);
        } else {
            goesOn = series.split(first, repeat, newFirst, clock.instant());
            em.persist(goesOn);
            em.flush();
        }
        for (Meeting one : going) {
            LocalDateTime place = one.getOccurrence().toLocalDate().plusDays(days).atTime(to.toLocalTime());
            if (selection.changed().contains(one)) {
                mustBeToCome(place, one.zone());
                one.move(place, clock.instant());
            }
            one.belongsTo(goesOn, place);
        }
    }

    private static long shift(Meeting meeting, LocalDateTime to) {
        return to.toLocalDate().toEpochDay() - meeting.getOccurrence().toLocalDate().toEpochDay();
    }

    private void mustBeToCome(LocalDateTime local, ZoneId zone) {
        if (!Meeting.instant(local, zone).isAfter(clock.instant())) {
            throw new BusinessRuleViolation("meeting.over").at("date");
        }
    }

    private List<Meeting> series(Meeting meeting, LockModeType lock) {
        if (meeting.getSeriesId() == null) {
            return List.of(meeting);
        }
        return em.createQuery("select m from Meeting m where m.seriesId = :series order by m.occurrence", Meeting.class)
            .setParameter("series", meeting.getSeriesId()).setLockMode(lock).getResultList();
    }

    private Selection selection(Meeting meeting, List<Meeting> series, Reach reach, boolean cancelling) {
        List<Meeting> reached = switch (reach) {
            case ONE -> List.of(meeting);
            case FOLLOWING -> series.stream().filter(m -> !m.getOccurrence().isBefore(meeting.getOccurrence())).toList();
            case ALL -> series;
        };
        if (reach != Reach.ONE && meeting.getSeriesId() == null) {
            throw new NotFound();
        }
        boolean free = cancelling && reach == Reach.ONE && Meeting.BOOKED.equals(meeting.getStatus());
        List<Meeting> going = reached.stream().filter(m -> free || m.isToCome(clock.instant())).toList();
        List<Meeting> changed = cancelling || reach == Reach.ONE ? going : going.stream().filter(m -> m == meeting || !m.isException()).toList();
        return new Selection(reached, going, changed);
    }

    private Meeting read(UUID id) {
        return em.createQuery("select m from Meeting m where m.id = :id", Meeting.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** What a change reaches, what of it is to come, and what of that changes. */
    private record Selection(List<Meeting> reached, List<Meeting> going, List<Meeting> changed) {

        private Reach.Count count(Reach reach) {
            return new Reach.Count(reach, changed.size(), going.size() - changed.size(), reached.size() - going.size());
        }

        private void mustBe(int expected) {
            if (changed.isEmpty()) {
                throw new BusinessRuleViolation("meeting.settled");
            }
            if (changed.size() != expected) {
                throw new BusinessRuleViolation("meeting.changed_meanwhile", changed.size());
            }
        }

        private List<UUID> ids() {
            return changed.stream().map(Meeting::getId).toList();
        }
    }
}
