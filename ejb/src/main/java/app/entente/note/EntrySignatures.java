package app.entente.note;

import app.entente.document.CheckCode;
import app.entente.document.DocumentRenderer;
import app.entente.document.DocumentSource;
import app.entente.document.FrozenSource;
import app.entente.document.UnprintableText;
import app.entente.file.ClientFile;
import app.entente.file.Files;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.practice.Practices;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes entries of the current workspace final, and adds to those that are. */
@Stateless
@UseCases
public class EntrySignatures {

    private static final Duration SOON = Duration.ofMinutes(20);

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
    DocumentRenderer renderer;
    @Inject
    EntryQueries queries;
    @Inject
    Event<EntrySigned> signed;
    @Inject
    Event<AddendumWritten> added;

    /**
     * Makes a draft final (rules 4 to 10); what its kind refuses, see there. {@link EntryWork#seal} makes the document afterwards.
     *
     * @param revision the text that is signed; refused with {@code note.changed_elsewhere} when there is a newer one
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.signed")
    public void sign(UUID id, int revision) {
        Entry entry = queries.lock(id);
        if (entry.isSigned()) {
            throw new BusinessRuleViolation("note.signed_already");
        }
        if (entry.getRevision() != revision) {
            throw new BusinessRuleViolation("note.changed_elsewhere");
        }
        if (!queries.asides(id).isEmpty()) {
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

    /**
     * Adds to a signed entry; a draft is refused as not found, words that no document can show with {@code note.unprintable}.
     * {@link EntryWork#sealAddendum} makes the document afterwards.
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.added_to")
    public UUID add(UUID id, @NotBlank @Size(max = 20_000) String text) {
        Entry entry = queries.read(id);
        if (!entry.isSigned()) {
            throw new NotFound();
        }
        Addendum addendum = new Addendum(id, queries.author(), text, clock.instant());
        em.persist(addendum);
        em.flush();
        DocumentSource source = new EntryPaper(workspaces.find(tenant.id()), practices.profile(), files.row(entry.getFileId()), queries.people(entry.getFileId()),
            queries.known(entry.getKind()), entry, entry.getOrdinal(), entry.getSignedAt()).addendum(addendum);
        tryOnPaper(source);
        em.persist(new AddendumSheet(addendum, source.title(), entry.getLanguage(), new String(FrozenSource.write(source), StandardCharsets.UTF_8)));
        em.flush();
        added.fire(new AddendumWritten(addendum.getId(), id, entry.getFileId()));
        return addendum.getId();
    }

    /** Lets go of a text that a window kept after the signature, once it is in an addendum or is not needed. */
    @RolesAllowed(Role.PRACTITIONER)
    public void letGo(UUID id, UUID aside) {
        Entry entry = queries.lock(id);
        if (!entry.isSigned()) {
            throw new NotFound();
        }
        queries.revision(id, aside).decide();
    }

    /** The rules of its kind, its words tried on paper and frozen, its statements written, its drafts gone. */
    private void complete(Entry entry, Instant now) {
        Workspace workspace = workspaces.find(tenant.id());
        EntryKind kind = queries.known(entry.getKind());
        EntryContent content = entry.getContent();
        queries.tell(entry, content);
        kind.check(entry, content, now, workspace.getZone());
        int ordinal = ordinal(entry);
        EntryPaper paper = new EntryPaper(workspace, practices.profile(), files.row(entry.getFileId()), queries.people(entry.getFileId()), kind, entry, ordinal, now);
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
}
