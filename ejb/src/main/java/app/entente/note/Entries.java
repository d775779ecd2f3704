package app.entente.note;

import app.entente.document.CheckCode;
import app.entente.document.Seals;
import app.entente.file.Supervision;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.NotFound;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads what is written in the files of the current workspace. */
@Stateless
@UseCases
public class Entries {

    private static final int MOST = 300;
    static final String ROW = "select new app.entente.note.EntryRow(e.id, e.fileId, e.kind, e.status, e.meetingId, e.authorName, e.begunAt, "
        + "e.savedAt, e.serviceAt, e.minutes, e.mode, e.title, e.lateReason, e.signedAt, e.sealedId, "
        + "(select count(a) from Addendum a where a.entryId = e.id)) from Entry e where (e.status = 'signed' or e.authorId = :me) and ";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Caller caller;
    @Inject
    Supervision supervision;
    @Inject
    Seals seals;
    @Inject
    EntryQueries queries;

    /** What there is to write in a kind of entry; not found when there is no such kind. */
    @RolesAllowed({Role.PRACTITIONER, Role.SUPERVISOR})
    public EntryKind kind(String code) {
        return queries.known(code);
    }

    /** A signed entry; a supervisor finds those of a file that is named to them. */
    @RolesAllowed({Role.PRACTITIONER, Role.SUPERVISOR})
    @Audited("note.opened")
    public SignedEntry show(UUID id) {
        Entry entry = queries.read(id);
        if (!entry.isSigned()) {
            throw new NotFound();
        }
        supervision.mustRead(entry.getFileId());
        boolean mine = entry.getAuthorId().equals(caller.accountId());
        List<Statement> statements = em.createQuery("select s from Statement s where s.entryId = :id order by s.position", Statement.class)
            .setParameter("id", id).getResultStream().filter(s -> mine || !Said.PERSONAL.equals(s.getShelf())).toList();
        List<Addendum> addenda = em.createQuery("select a from Addendum a where a.entryId = :id order by a.writtenAt", Addendum.class)
            .setParameter("id", id).getResultList();
        Set<UUID> sealed = addenda.isEmpty() ? Set.of() : new HashSet<>(em.createQuery("select s.addendumId from AddendumSheet s where s.entryId = :id "
            + "and s.sealedId is not null", UUID.class).setParameter("id", id).getResultList());
        return new SignedEntry(entry, entry.getContent().saying(List.of()), statements, addenda, sealed, mine ? queries.asides(id) : List.of(), queries.people(entry.getFileId()));
    }

    /**
     * What is written in a file, latest first: what is signed, and the drafts of the signed-in author. At most 300.
     *
     * @param kind only that kind; empty for all
     */
    @RolesAllowed({Role.PRACTITIONER, Role.SUPERVISOR})
    public List<EntryRow> ofFile(UUID file, String kind) {
        supervision.mustRead(file);
        return em.createQuery(ROW + "e.fileId = :file and (:kind = '' or e.kind = :kind) order by coalesce(e.serviceAt, e.begunAt) desc", EntryRow.class)
            .setParameter("me", caller.accountId()).setParameter("file", file).setParameter("kind", kind == null ? "" : kind).setMaxResults(MOST).getResultList();
    }

    /** The latest signed entry of a kind in a file. */
    @RolesAllowed(Role.PRACTITIONER)
    public Optional<Entry> latest(UUID file, String kind) {
        return em.createQuery("select e from Entry e where e.fileId = :file and e.kind = :kind and e.status = 'signed' order by e.ordinal desc", Entry.class)
            .setParameter("file", file).setParameter("kind", kind).setMaxResults(1).getResultStream().findFirst();
    }

    /** The sealed document of an entry; not found until it is sealed. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.downloaded")
    public EntryFile file(UUID id) {
        Entry entry = queries.read(id);
        if (entry.getSealedId() == null) {
            throw new NotFound();
        }
        return new EntryFile(EntryPaper.fileName(entry.getTitle()), seals.bytes(entry.getSealedId()));
    }

    /** The sealed document of an addendum; not found until it is sealed. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.downloaded")
    public EntryFile addendumFile(UUID id) {
        AddendumSheet sheet = em.createQuery("select s from AddendumSheet s where s.addendumId = :id and s.sealedId is not null", AddendumSheet.class)
            .setParameter("id", id).getResultStream().findFirst().orElseThrow(NotFound::new);
        return new EntryFile(EntryPaper.fileName(sheet.getTitle()), seals.bytes(sheet.getSealedId()));
    }

    /** The code printed on an entry's document; null until it is sealed. */
    @RolesAllowed({Role.PRACTITIONER, Role.SUPERVISOR})
    public CheckCode checkCode(UUID id) {
        Entry entry = queries.read(id);
        supervision.mustRead(entry.getFileId());
        return entry.getSealedId() == null ? null : seals.find(entry.getSealedId()).getCheckCode();
    }
}
