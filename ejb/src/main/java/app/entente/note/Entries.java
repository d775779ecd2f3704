package app.entente.note;

import app.entente.document.CheckCode;
import app.entente.document.DocumentRenderer;
import app.entente.document.DocumentSource;
import app.entente.document.FrozenSource;
import app.entente.document.Seals;
import app.entente.document.UnprintableText;
import app.entente.file.ClientFile;
import app.entente.file.Files;
import app.entente.file.Supervision;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.meeting.Meeting;
import app.entente.person.Person;
import app.entente.practice.Practices;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes the entries of the current workspace's files: drafts that lose nothing, signatures that last, addenda. */
@Stateless
@UseCases
public class Entries {

    private static final int MOST = 300;
    private static final Duration SOON = Duration.ofMinutes(20);
    private static final Duration SITTING = Duration.ofMinutes(15);
    static final String ROW = "select new app.entente.note.EntryRow(e.id, e.fileId, e.kind, e.status, e.meetingId, e.authorName, e.begunAt, "
        + "e.savedAt, e.serviceAt, e.minutes, e.mode, e.title, e.lateReason, e.signedAt, e.sealedId, "
        + "(select count(a) from Addendum a where a.entryId = e.id)) from Entry e where (e.status = 'signed' or e.authorId = :me) and ";

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
    Supervision supervision;
    @Inject
    DocumentRenderer renderer;
    @Inject
    Seals seals;
    @Inject
    Sittings sittings;
    @Inject
    @Any
    Instance<EntryKind> kinds;
    @Inject
    Event<EntrySigned> signed;
    @Inject
    Event<AddendumWritten> added;

    /** What there is to write in a kind of entry; not found when there is no such kind. */
    @RolesAllowed({Role.PRACTITIONER, Role.SUPERVISOR})
    public EntryKind kind(String code) {
        return known(code);
    }

    /**
     * Begins a draft with what is known already.
     *
     * @param meeting the meeting it is about; null when there is none
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.begun")
    public UUID begin(UUID file, String kind, UUID meeting, @NotNull EntryContent content) {
        ClientFile found = files.find(file);
        Entry entry = new Entry(found.getId(), known(kind).code(), meeting, workspaces.find(tenant.id()).getLanguage(), author(), content, clock.instant());
        tell(entry, content);
        em.persist(entry);
        em.flush();
        em.persist(new EntryRevision(entry.getId(), 0, false, content, clock.instant()));
        return entry.getId();
    }

    /** The draft of the signed-in author; not found when it is somebody else's or signed. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.opened")
    public Draft open(UUID id) {
        Entry entry = em.createQuery("select e from Entry e where e.id = :id and e.authorId = :me and e.status = 'draft'", Entry.class)
            .setParameter("id", id).setParameter("me", caller.accountId()).getResultStream().findFirst().orElseThrow(NotFound::new);
        return new Draft(entry, entry.getContent(), asides(id), people(entry.getFileId()));
    }

    /**
     * Keeps what is typed (rules 1 and 2). Text longer than {@link EntryContent#LONGEST} is refused with {@code note.too_long}.
     *
     * @param base revision that the text began from
     * @param aside what an earlier text of the same window is kept as; null when there is none
     */
    @RolesAllowed(Role.PRACTITIONER)
    public Saved save(UUID id, int base, UUID aside, @NotNull EntryContent content) {
        Entry entry = lock(id);
        if (content.length() > EntryContent.LONGEST) {
            throw new BusinessRuleViolation("note.too_long");
        }
        Instant now = clock.instant();
        if (aside == null && content.equals(entry.getContent())) {
            return new Saved(entry.getRevision(), entry.getSavedAt(), null, entry.isSigned());
        }
        if (aside == null && base == entry.getRevision() && !entry.isSigned()) {
            boolean sitting = entry.getRevision() == 0 || entry.getSavedAt().plus(SITTING).isBefore(now);
            write(entry, content, now);
            if (sitting) {
                sittings.saved(id);
            }
            return new Saved(entry.getRevision(), now, null, false);
        }
        return new Saved(entry.getRevision(), now, keepAside(entry, base, aside, content, now), entry.isSigned());
    }

    /** What is to become of a text that was kept aside. */
    public enum Decision {
        /** The saved text stays as it is. */
        KEEP_SAVED,
        /** The other text takes its place. */
        TAKE_OTHER,
        /** Both, one after the other where they differ. */
        UNITE
    }

    /**
     * Decides between the saved text and one that was kept aside. Either stays among the draft's revisions.
     *
     * @param shown revision of the saved text that was shown; refused with {@code note.moved_on} when there is a newer one
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.written_on")
    public void decide(UUID id, UUID aside, int shown, @NotNull Decision decision) {
        Entry entry = lock(id);
        EntryRevision other = revision(id, aside);
        if (entry.isSigned() || !other.waits()) {
            throw new NotFound();
        }
        if (entry.getRevision() != shown) {
            throw new BusinessRuleViolation("note.moved_on");
        }
        other.decide();
        if (decision != Decision.KEEP_SAVED) {
            write(entry, decision == Decision.UNITE ? entry.getContent().united(other.content()) : other.content(), clock.instant());
        }
    }

    /** Throws a draft away, with all that was saved of it. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.discarded")
    public void discard(UUID id) {
        Entry entry = lock(id);
        if (entry.isSigned()) {
            throw new NotFound();
        }
        em.createQuery("delete from EntryRevision r where r.entryId = :id").setParameter("id", id).executeUpdate();
        em.remove(entry);
    }

    /**
     * Makes a draft final (rules 4 to 10); what its kind refuses, see there. {@link EntryWork#seal} makes the document afterwards.
     *
     * @param revision the text that is signed; refused with {@code note.changed_elsewhere} when there is a newer one
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.signed")
    public void sign(UUID id, int revision) {
        Entry entry = lock(id);
        if (entry.isSigned()) {
            throw new BusinessRuleViolation("note.signed_already");
        }
        if (entry.getRevision() != revision) {
            throw new BusinessRuleViolation("note.changed_elsewhere");
        }
        if (!asides(id).isEmpty()) {
            throw new BusinessRuleViolation("note.undecided");
        }
        complete(entry, clock.instant());
    }

    /**
     * Writes the first notes of a workspace that has none, signed twenty minutes after their meetings; refused when there are some. Called when a
     * workspace is opened with what its practitioner brings along.
     */
    @PermitAll
    public void establish(List<FirstNote> notes) {
        if (em.createQuery("select count(e) from Entry e", Long.class).getSingleResult() > 0) {
            throw new IllegalStateException("the workspace already has entries");
        }
        for (FirstNote note : notes) {
            Instant at = note.meeting().getEndsAt().plus(SOON);
            Entry entry = new Entry(note.meeting().getFileId(), Entry.NOTE, note.meeting().getId(), workspaces.find(tenant.id()).getLanguage(), note.author(),
                note.content(), at);
            em.persist(entry);
            em.flush();
            complete(entry, at);
        }
    }

    /** A signed entry; a supervisor finds those of a file that is named to them. */
    @RolesAllowed({Role.PRACTITIONER, Role.SUPERVISOR})
    @Audited("note.opened")
    public SignedEntry show(UUID id) {
        Entry entry = read(id);
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
        return new SignedEntry(entry, entry.getContent().saying(List.of()), statements, addenda, sealed, mine ? asides(id) : List.of(), people(entry.getFileId()));
    }

    /**
     * Adds to a signed entry; a draft is refused as not found, words that no document can show with {@code note.unprintable}.
     * {@link EntryWork#sealAddendum} makes the document afterwards.
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.added_to")
    public UUID add(UUID id, @NotBlank @Size(max = 20_000) String text) {
        Entry entry = read(id);
        if (!entry.isSigned()) {
            throw new NotFound();
        }
        Addendum addendum = new Addendum(id, author(), text, clock.instant());
        em.persist(addendum);
        em.flush();
        DocumentSource source = new EntryPaper(workspaces.find(tenant.id()), practices.profile(), files.row(entry.getFileId()), people(entry.getFileId()),
            known(entry.getKind()), entry, entry.getOrdinal(), entry.getSignedAt()).addendum(addendum);
        tryOnPaper(source);
        em.persist(new AddendumSheet(addendum, source.title(), entry.getLanguage(), new String(FrozenSource.write(source), StandardCharsets.UTF_8)));
        em.flush();
        added.fire(new AddendumWritten(addendum.getId(), id, entry.getFileId()));
        return addendum.getId();
    }

    /** Lets go of a text that a window kept after the signature, once it is in an addendum or is not needed. */
    @RolesAllowed(Role.PRACTITIONER)
    public void letGo(UUID id, UUID aside) {
        Entry entry = lock(id);
        if (!entry.isSigned()) {
            throw new NotFound();
        }
        revision(id, aside).decide();
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

    /** The sealed document of an entry; not found until it is sealed. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.downloaded")
    public EntryFile file(UUID id) {
        Entry entry = read(id);
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
        Entry entry = read(id);
        supervision.mustRead(entry.getFileId());
        return entry.getSealedId() == null ? null : seals.find(entry.getSealedId()).getCheckCode();
    }

    /** The draft of a kind that the signed-in author has begun in a file; the latest when there are several. */
    @RolesAllowed(Role.PRACTITIONER)
    public Optional<UUID> draftOf(UUID file, String kind) {
        return em.createQuery("select e.id from Entry e where e.fileId = :file and e.kind = :kind and e.status = 'draft' and e.authorId = :me "
            + "order by e.begunAt desc", UUID.class).setParameter("file", file).setParameter("kind", kind).setParameter("me", caller.accountId())
            .setMaxResults(1).getResultStream().findFirst();
    }

    /** The latest signed entry of a kind in a file. */
    @RolesAllowed(Role.PRACTITIONER)
    public Optional<Entry> latest(UUID file, String kind) {
        return em.createQuery("select e from Entry e where e.fileId = :file and e.kind = :kind and e.status = 'signed' order by e.ordinal desc", Entry.class)
            .setParameter("file", file).setParameter("kind", kind).setMaxResults(1).getResultStream().findFirst();
    }

    /** The rules of its kind, its words tried on paper and frozen, its statements written, its drafts gone. */
    private void complete(Entry entry, Instant now) {
        Workspace workspace = workspaces.find(tenant.id());
        EntryKind kind = known(entry.getKind());
        EntryContent content = entry.getContent();
        tell(entry, content);
        kind.check(entry, content, now, workspace.getZone());
        int ordinal = ordinal(entry);
        EntryPaper paper = new EntryPaper(workspace, practices.profile(), files.row(entry.getFileId()), people(entry.getFileId()), kind, entry, ordinal, now);
        DocumentSource source = paper.source();
        tryOnPaper(source);
        entry.sign(source.title(), new String(FrozenSource.write(source), StandardCharsets.UTF_8), ordinal,
            entry.isLate(now) ? content.value("late_reason").strip() : null, now);
        em.flush();
        List<Said> statements = content.statements();
        for (int i = 0; i < statements.size(); i++) {
            em.persist(new Statement(entry.getId(), i + 1, statements.get(i)));
        }
        em.createQuery("delete from EntryRevision r where r.entryId = :id").setParameter("id", entry.getId()).executeUpdate();
        signed.fire(new EntrySigned(entry.getId(), entry.getFileId(), entry.getKind()));
    }

    private EntryKind known(String code) {
        return kinds.stream().filter(kind -> kind.code().equals(code)).findFirst().orElseThrow(NotFound::new);
    }

    private void write(Entry entry, EntryContent content, Instant now) {
        entry.write(content, now);
        if (entry.getMeetingId() == null) {
            tell(entry, content);
        }
        em.persist(new EntryRevision(entry.getId(), entry.getRevision(), false, content, now));
    }

    private UUID keepAside(Entry entry, int base, UUID aside, EntryContent content, Instant now) {
        if (aside != null) {
            EntryRevision kept = revision(entry.getId(), aside);
            if (kept.waits()) {
                kept.goOn(content, now);
                return aside;
            }
        }
        EntryRevision kept = new EntryRevision(entry.getId(), base, true, content, now);
        em.persist(kept);
        return kept.getId();
    }

    /** Notes which service the entry tells of: the meeting's, or what is typed. */
    private void tell(Entry entry, EntryContent content) {
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

    private int ordinal(Entry entry) {
        // Two entries of one file that are signed at once take their numbers one after the other.
        em.createQuery("select f from ClientFile f where f.id = :id", ClientFile.class).setParameter("id", entry.getFileId())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResult();
        Integer last = em.createQuery("select max(e.ordinal) from Entry e where e.fileId = :file and e.kind = :kind", Integer.class)
            .setParameter("file", entry.getFileId()).setParameter("kind", entry.getKind()).getSingleResult();
        return last == null ? 1 : last + 1;
    }

    private void tryOnPaper(DocumentSource source) {
        try {
            renderer.render(source.checkedBy(EntryWork.mark("http://localhost", CheckCode.random())));
        } catch (UnprintableText e) {
            throw new BusinessRuleViolation("note.unprintable", String.join(" ", e.characters()));
        }
    }

    private Entry.Author author() {
        return new Entry.Author(caller.accountId(), caller.name().isBlank() ? practices.profile().getLegalName() : caller.name());
    }

    private List<Person> people(UUID file) {
        return em.createQuery("select p from Person p, Participant t where t.fileId = :file and p.id = t.personId order by t.principal desc, t.since, t.id", Person.class)
            .setParameter("file", file).getResultList();
    }

    private List<Draft.Aside> asides(UUID entry) {
        return em.createQuery("select r from EntryRevision r where r.entryId = :id and r.aside = true and r.decided = false order by r.savedAt",
            EntryRevision.class).setParameter("id", entry).getResultStream().map(r -> new Draft.Aside(r.getId(), r.savedAt(), r.content())).toList();
    }

    private EntryRevision revision(UUID entry, UUID id) {
        return em.createQuery("select r from EntryRevision r where r.id = :id and r.entryId = :entry and r.aside = true", EntryRevision.class)
            .setParameter("id", id).setParameter("entry", entry).getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** The author's own entry; whoever else saves it waits. */
    private Entry lock(UUID id) {
        em.flush();
        return em.createQuery("select e from Entry e where e.id = :id and e.authorId = :me", Entry.class).setParameter("id", id)
            .setParameter("me", caller.accountId()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    private Entry read(UUID id) {
        return em.createQuery("select e from Entry e where e.id = :id", Entry.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }
}
