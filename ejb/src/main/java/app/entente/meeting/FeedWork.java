package app.entente.meeting;

import app.entente.identity.Seats;
import app.entente.kernel.NotFound;
import app.entente.kernel.Texts;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Writes one feed of the current workspace, in a transaction of its own. */
@Stateless
@UseCases
public class FeedWork {

    private static final Duration PAST = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(400);
    private static final int MOST = 1000;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Seats seats;
    @Inject
    People people;
    @Inject
    MeetingWords words;

    /** The calendar of a feed; refused with {@link NotFound} as {@link FeedDoor#read} says. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public String text(UUID id) {
        CalendarFeed feed = em.createQuery("select f from CalendarFeed f where f.id = :id", CalendarFeed.class).setParameter("id", id)
            .getResultStream().findFirst().filter(found -> !found.revoked()).orElseThrow(NotFound::new);
        Workspace workspace = workspaces.find(tenant.id());
        if (!"open".equals(workspace.getStatus())) {
            throw new NotFound();
        }
        return feed.personId() == null ? ofWorker(feed, workspace) : ofClient(feed.personId());
    }

    private String ofWorker(CalendarFeed feed, Workspace workspace) {
        String role = seats.roleOf(feed.accountId());
        if (!"owner".equals(role) && !"assistant".equals(role)) {
            throw new NotFound();
        }
        Locale locale = Texts.locale(workspace.getLanguage(), workspace.getJurisdiction());
        boolean initials = CalendarFeed.INITIALS.equals(feed.getTitles());
        return words.object().feed(rows("", null).stream().map(row -> new CalendarObject.Entry(row.id(), row.startsAt(), row.minutes(), 0, false,
            (initials ? initials(row) : row.reference()) + " · " + Texts.of("meeting.mode." + row.mode(), locale, false), "", "", null)).toList());
    }

    private String ofClient(UUID id) {
        if (seats.accountOf(id) == null) {
            throw new NotFound();
        }
        Person person = people.known(id);
        MeetingWish wish = em.createQuery("select w from MeetingWish w where w.personId = :person", MeetingWish.class).setParameter("person", id)
            .getResultStream().findFirst().orElseGet(() -> new MeetingWish(id));
        return words.object().feed(rows(Meetings.MINE, id).stream().map(row -> words.entry(row, 0, person, wish)).toList());
    }

    private List<MeetingRow> rows(String condition, UUID person) {
        Instant now = clock.instant();
        var query = em.createQuery(Meetings.ROW + condition + "and m.status in ('booked', 'held') and m.startsAt > :from and m.startsAt < :to order by m.startsAt",
            MeetingRow.class).setParameter("from", now.minus(PAST)).setParameter("to", now.plus(AHEAD)).setMaxResults(MOST);
        return (person == null ? query : query.setParameter("person", person)).getResultList();
    }

    private static String initials(MeetingRow row) {
        String given = row.chosenName() == null || row.chosenName().isBlank() ? row.givenName() : row.chosenName();
        return initial(given) + initial(row.familyName());
    }

    private static String initial(String name) {
        return new String(Character.toChars(name.strip().codePointAt(0))) + ".";
    }
}
