package app.entente.note;

import app.entente.file.ClientFile;
import app.entente.file.Files;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Drafts of the signed-in author in the current workspace: begun, saved without losing anything, thrown away. */
@Stateless
@UseCases
public class Drafts {

    private static final Duration SITTING = Duration.ofMinutes(15);

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
    Files files;
    @Inject
    Sittings sittings;
    @Inject
    EntryQueries queries;

    /**
     * Begins a draft with what is known already.
     *
     * @param meeting the meeting it is about; null when there is none
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.begun")
    public UUID begin(UUID file, String kind, UUID meeting, @NotNull EntryContent content) {
        ClientFile found = files.find(file);
        Entry entry = new Entry(found.getId(), queries.known(kind).code(), meeting, workspaces.find(tenant.id()).getLanguage(), queries.author(), content, clock.instant());
        queries.tell(entry, content);
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
        return new Draft(entry, entry.getContent(), queries.asides(id), queries.people(entry.getFileId()));
    }

    /** The draft of a kind that the signed-in author has begun in a file; the latest when there are several. */
    @RolesAllowed(Role.PRACTITIONER)
    public Optional<UUID> draftOf(UUID file, String kind) {
        return em.createQuery("select e.id from Entry e where e.fileId = :file and e.kind = :kind and e.status = 'draft' and e.authorId = :me "
            + "order by e.begunAt desc", UUID.class).setParameter("file", file).setParameter("kind", kind).setParameter("me", caller.accountId())
            .setMaxResults(1).getResultStream().findFirst();
    }

    /**
     * Keeps what is typed (rules 1 and 2). Text longer than {@link EntryContent#LONGEST} is refused with {@code note.too_long}.
     *
     * @param base revision that the text began from
     * @param aside what an earlier text of the same window is kept as; null when there is none
     */
    @RolesAllowed(Role.PRACTITIONER)
    public Saved save(UUID id, int base, UUID aside, @NotNull EntryContent content) {
        Entry entry = queries.lock(id);
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
        Entry entry = queries.lock(id);
        EntryRevision other = queries.revision(id, aside);
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
        Entry entry = queries.lock(id);
        if (entry.isSigned()) {
            throw new NotFound();
        }
        em.createQuery("delete from EntryRevision r where r.entryId = :id").setParameter("id", id).executeUpdate();
        em.remove(entry);
    }

    private void write(Entry entry, EntryContent content, Instant now) {
        entry.write(content, now);
        if (entry.getMeetingId() == null) {
            queries.tell(entry, content);
        }
        em.persist(new EntryRevision(entry.getId(), entry.getRevision(), false, content, now));
    }

    private UUID keepAside(Entry entry, int base, UUID aside, EntryContent content, Instant now) {
        if (aside != null) {
            EntryRevision kept = queries.revision(entry.getId(), aside);
            if (kept.waits()) {
                kept.goOn(content, now);
                return aside;
            }
        }
        EntryRevision kept = new EntryRevision(entry.getId(), base, true, content, now);
        em.persist(kept);
        return kept.getId();
    }
}
