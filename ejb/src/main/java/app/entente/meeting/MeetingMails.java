package app.entente.meeting;

import app.entente.identity.Seats;
import app.entente.kernel.Texts;
import app.entente.notification.Mails;
import app.entente.person.Person;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes to those who are expected when meetings are booked, moved or cancelled, each mail with its calendar object (rule 12). */
@Stateless
@UseCases
public class MeetingMails {

    private static final int LISTED = 12;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Mails mails;
    @Inject
    Seats seats;
    @Inject
    MeetingWords words;

    /** Tells of meetings to come. */
    @PermitAll
    public void booked(@Observes MeetingsBooked fact) {
        tell("booked", fact.meetings(), false);
    }

    /** Tells of another time or another way. */
    @PermitAll
    public void moved(@Observes MeetingsMoved fact) {
        tell("moved", fact.meetings(), false);
    }

    /** Tells of meetings that will not take place; whoever cancelled in person hears it too, as a receipt. */
    @PermitAll
    public void cancelled(@Observes MeetingsCancelled fact) {
        tell("cancelled", fact.meetings(), true);
    }

    private void tell(String what, List<UUID> ids, boolean cancelled) {
        List<MeetingRow> rows = em.createQuery(Meetings.ROW + "and m.id in :ids order by m.startsAt", MeetingRow.class).setParameter("ids", ids).getResultList();
        Map<UUID, Integer> sequences = new HashMap<>();
        em.createQuery("select m.id, m.sequence from Meeting m where m.id in :ids", Object[].class).setParameter("ids", ids).getResultList()
            .forEach(pair -> sequences.put((UUID) pair[0], (Integer) pair[1]));
        Map<Person, List<UUID>> expected = expected(ids);
        Map<UUID, MeetingWish> wishes = wishes(expected.keySet());
        expected.forEach((person, meetings) -> {
            List<MeetingRow> theirs = rows.stream().filter(row -> meetings.contains(row.id())).toList();
            if (!theirs.isEmpty()) {
                write(what, theirs, sequences, person, wishes.getOrDefault(person.getId(), new MeetingWish(person.getId())), cancelled);
            }
        });
    }

    private void write(String what, List<MeetingRow> rows, Map<UUID, Integer> sequences, Person person, MeetingWish wish, boolean cancelled) {
        Locale locale = words.locale(person);
        String list = rows.stream().limit(LISTED).map(row -> words.moment(row.startsAt(), locale)).collect(Collectors.joining("\n"));
        String more = rows.size() <= LISTED ? "" : "\n" + Texts.of("meeting.mail.more", locale, person.isTu(), rows.size() - LISTED);
        String address = seats.accountOf(person.getId()) == null ? "" : "\n\n" + Texts.of("meeting.mail.portal", locale, person.isTu(), words.portal());
        MeetingRow first = rows.get(0);
        String key = "meeting." + what + ":" + first.id() + ":" + sequences.get(first.id()) + ":" + person.getId();
        boolean written = mails.write(person, key, Texts.of("meeting.mail." + what + ".subject", locale, person.isTu()),
            Texts.of("meeting.mail." + what + ".body", locale, person.isTu(), list + more, address));
        if (written) {
            List<CalendarObject.Entry> entries = rows.stream().map(row -> words.entry(row, sequences.get(row.id()), person, wish)).toList();
            mails.enclose(key, cancelled ? words.object().cancel(entries) : words.object().publish(entries));
        }
    }

    /** Who is expected where: the attendees, or the file's client where none are named. */
    private Map<Person, List<UUID>> expected(Collection<UUID> ids) {
        Map<UUID, Person> known = new HashMap<>();
        Map<Person, List<UUID>> expected = new HashMap<>();
        List<Object[]> pairs = em.createQuery("select p, a.meetingId from Person p, MeetingAttendee a where a.meetingId in :ids and p.id = a.personId",
            Object[].class).setParameter("ids", ids).getResultList();
        List<Object[]> clients = em.createQuery("select p, m.id from Person p, Participant t, Meeting m where m.id in :ids and t.fileId = m.fileId "
            + "and t.capacity = 'client' and t.until is null and p.id = t.personId and not exists (select a from MeetingAttendee a where a.meetingId = m.id)", Object[].class)
            .setParameter("ids", ids).getResultList();
        for (List<Object[]> found : List.of(pairs, clients)) {
            for (Object[] pair : found) {
                Person person = known.computeIfAbsent(((Person) pair[0]).getId(), id -> (Person) pair[0]);
                expected.computeIfAbsent(person, p -> new java.util.ArrayList<>()).add((UUID) pair[1]);
            }
        }
        return expected;
    }

    private Map<UUID, MeetingWish> wishes(Collection<Person> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("select w from MeetingWish w where w.personId in :people", MeetingWish.class)
            .setParameter("people", people.stream().map(Person::getId).toList()).getResultStream()
            .collect(Collectors.toMap(MeetingWish::personId, wish -> wish));
    }
}
