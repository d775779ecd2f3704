package app.entente.audit;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows the trail of the current workspace to those whom it is about, and checks it (rules 6 and 7). */
@Stateless
@UseCases
public class AuditJournal {

    private static final int PAGE = 50;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    AuditQueries queries;
    @Inject
    Anchors anchors;
    @Inject
    Caller caller;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;

    /** Fifty entries, newest first. */
    @RolesAllowed(Role.PRACTITIONER)
    public JournalPage page(JournalFilter filter) {
        Map<String, Object> given = new HashMap<>();
        StringBuilder where = new StringBuilder("select e from AuditEvent e where e.seq > 0");
        add(where, given, " and e.at >= :from", "from", dawn(filter.from()));
        add(where, given, " and e.at < :until", "until", dawn(filter.until() == null ? null : filter.until().plusDays(1)));
        add(where, given, " and e.kind like :feature", "feature", filter.feature() == null ? null : filter.feature() + ".%");
        add(where, given, " and e.actorId = :actor", "actor", filter.actor());
        add(where, given, " and e.fileId = :file", "file", filter.file());
        add(where, given, " and e.seq < :before", "before", filter.before());
        TypedQuery<AuditEvent> query = em.createQuery(where + " order by e.seq desc", AuditEvent.class).setMaxResults(PAGE + 1);
        given.forEach(query::setParameter);
        List<AuditEvent> found = query.getResultList();
        List<AuditEvent> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new JournalPage(rows(shown), found.size() > PAGE ? shown.get(PAGE - 1).getSeq() : null);
    }

    /** Who works or has worked here. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<Member> members() {
        return em.createQuery("select distinct new app.entente.audit.Member(m.accountId, a.email, m.role) from Membership m, Account a "
            + "where a.id = m.accountId order by a.email", Member.class).getResultList();
    }

    /** Checks every link of the chain. */
    @RolesAllowed(Role.PRACTITIONER)
    public ChainVerdict check() {
        return queries.check();
    }

    /** Compares the chain with what was anchored of it outside the database. */
    @RolesAllowed(Role.PRACTITIONER)
    public AnchorVerdict anchored() {
        return anchors.compare(tenant.id(), number -> em.createQuery("select e.hash from AuditEvent e where e.seq = :number", byte[].class).setParameter("number", number)
            .getResultStream().findFirst().orElse(null));
    }

    /** What those who work here, and support, did with the signed-in client's file; newest first, fifty at a time, older than a number or null. */
    @RolesAllowed(Role.CLIENT)
    public OpeningsPage mine(Long before) {
        List<Opening> found = em.createQuery("select new app.entente.audit.Opening(e.seq, e.at, e.kind, e.actorRole) from AuditEvent e "
                + "where e.actorRole in ('practitioner', 'assistant', 'supervisor', 'support') and e.seq < :before and (e.personId = :me "
                + "or e.personId is null and e.fileId in (select t.fileId from Participant t where t.personId = :me and t.capacity = 'client') "
                + "or e.kind like 'file.%' and e.fileId in (select t.fileId from Participant t where t.personId = :me and t.capacity = 'client')) "
                + "order by e.seq desc", Opening.class)
            .setParameter("me", caller.personId()).setParameter("before", before == null ? Long.MAX_VALUE : before).setMaxResults(PAGE + 1).getResultList();
        List<Opening> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new OpeningsPage(List.copyOf(shown), found.size() > PAGE ? shown.get(PAGE - 1).seq() : null);
    }

    private List<JournalRow> rows(List<AuditEvent> events) {
        Map<UUID, String> references = names("select f.id, f.reference from ClientFile f where f.id in :ids", events, AuditEvent::getFileId);
        Map<UUID, String> people = names("select p.id, p.details.givenName, p.details.familyName, p.details.chosenName from Person p where p.id in :ids",
            events, AuditEvent::getPersonId);
        Map<UUID, String> accounts = names("select a.id, a.email from Account a where a.id in :ids", events, AuditEvent::getActorId);
        return events.stream().map(e -> new JournalRow(e.getSeq(), e.getAt(), e.getKind(), e.getActorId(), e.getActorRole(),
            Role.CLIENT.equals(e.getActorRole()) ? people.getOrDefault(e.getPersonId(), "") : accounts.getOrDefault(e.getActorId(), ""),
            e.getActorId() != null && e.getActorId().equals(caller.accountId()) && !Role.CLIENT.equals(e.getActorRole()),
            references.containsKey(e.getFileId()) ? e.getFileId() : null, references.getOrDefault(e.getFileId(), ""),
            people.getOrDefault(e.getPersonId(), ""))).toList();
    }

    private Map<UUID, String> names(String query, List<AuditEvent> events, Function<AuditEvent, UUID> of) {
        Collection<UUID> ids = events.stream().map(of).filter(Objects::nonNull).collect(Collectors.toSet());
        // Not Map.of(), which refuses to be asked for null: an entry may be about nobody.
        return ids.isEmpty() ? Collections.emptyMap() : em.createQuery(query, Object[].class).setParameter("ids", ids).getResultStream()
            .collect(Collectors.toMap(row -> (UUID) row[0], AuditJournal::name));
    }

    private static String name(Object[] row) {
        if (row.length == 2) {
            return String.valueOf(row[1]);
        }
        return (row[3] == null || row[3].toString().isBlank() ? row[1] : row[3]) + " " + row[2];
    }

    private Instant dawn(LocalDate day) {
        return day == null ? null : day.atStartOfDay(workspaces.find(tenant.id()).getZone()).toInstant();
    }

    private static void add(StringBuilder where, Map<String, Object> given, String condition, String name, Object value) {
        if (value != null) {
            where.append(condition);
            given.put(name, value);
        }
    }
}
