package app.entente.note;

import app.entente.identity.Caller;
import app.entente.kernel.NotFound;
import app.entente.meeting.Meeting;
import app.entente.person.Person;
import app.entente.practice.Practices;
import app.entente.tenant.CurrentTenant;
import app.entente.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** What the doors of entries ask in common. */
@ApplicationScoped
class EntryQueries {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    CurrentTenant tenant;
    @Inject
    Caller caller;
    @Inject
    Workspaces workspaces;
    @Inject
    Practices practices;
    @Inject
    @Any
    Instance<EntryKind> kinds;

    /** What there is to write in a kind; not found when there is no such kind. */
    EntryKind known(String code) {
        return kinds.stream().filter(kind -> kind.code().equals(code)).findFirst().orElseThrow(NotFound::new);
    }

    /** Any entry of the workspace. */
    Entry read(UUID id) {
        return em.createQuery("select e from Entry e where e.id = :id", Entry.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** The author's own entry; whoever else saves it waits. */
    Entry lock(UUID id) {
        em.flush();
        return em.createQuery("select e from Entry e where e.id = :id and e.authorId = :me", Entry.class).setParameter("id", id)
            .setParameter("me", caller.accountId()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** A text of a draft that was kept aside. */
    EntryRevision revision(UUID entry, UUID id) {
        return em.createQuery("select r from EntryRevision r where r.id = :id and r.entryId = :entry and r.aside = true", EntryRevision.class)
            .setParameter("id", id).setParameter("entry", entry).getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** The texts kept aside that nobody has decided on, the earliest first. */
    List<Draft.Aside> asides(UUID entry) {
        return em.createQuery("select r from EntryRevision r where r.entryId = :id and r.aside = true and r.decided = false order by r.savedAt",
            EntryRevision.class).setParameter("id", entry).getResultStream().map(r -> new Draft.Aside(r.getId(), r.savedAt(), r.content())).toList();
    }

    /** Everybody who takes or took part in a file; its client first. */
    List<Person> people(UUID file) {
        return em.createQuery("select p from Person p, Participant t where t.fileId = :file and p.id = t.personId order by t.principal desc, t.since, t.id", Person.class)
            .setParameter("file", file).getResultList();
    }

    /** The signed-in person, under the name that is printed. */
    Entry.Author author() {
        return new Entry.Author(caller.accountId(), caller.name().isBlank() ? practices.profile().getLegalName() : caller.name());
    }

    /** Notes which service the entry tells of: the meeting's, or what is typed. */
    void tell(Entry entry, EntryContent content) {
        if (!Entry.NOTE.equals(entry.getKind())) {
            return;
        }
        if (entry.getMeetingId() == null) {
            ServiceTime typed = ServiceTime.of(content, workspaces.find(tenant.id()).getZone());
            entry.about(typed.at(), typed.minutes(), typed.mode());
            return;
        }
        Meeting meeting = em.createQuery("select m from Meeting m where m.id = :id", Meeting.class).setParameter("id", entry.getMeetingId())
            .getResultStream().findFirst().orElseThrow(NotFound::new);
        boolean tookPlace = meeting.isHeld() || Meeting.BOOKED.equals(meeting.getStatus());
        entry.about(meeting.getStartsAt(), tookPlace ? meeting.getMinutes() : null, meeting.getMode());
    }
}
