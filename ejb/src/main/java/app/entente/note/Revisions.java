package app.entente.note;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Looks back into a draft: every text that was saved, to read and to bring back (rule 12). */
@Stateless
@UseCases
public class Revisions {

    private static final int MOST = 5_000;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Caller caller;
    @Inject
    Drafts drafts;

    /**
     * What was saved of a draft of one's own, the latest first: the last text of each minute and all that was kept aside, or each of them; at most 5,000.
     * Not found when the draft is somebody else's or signed.
     */
    @RolesAllowed(Role.PRACTITIONER)
    public List<DraftRevision> of(UUID draft, boolean each) {
        mine(draft);
        List<DraftRevision> all = em.createQuery("select new app.entente.note.DraftRevision(r.id, r.revision, r.aside, r.savedAt) from EntryRevision r "
            + "where r.entryId = :draft order by r.savedAt desc, r.revision desc", DraftRevision.class).setParameter("draft", draft).setMaxResults(MOST).getResultList();
        if (each) {
            return all;
        }
        Set<Instant> minutes = new HashSet<>();
        List<DraftRevision> last = new ArrayList<>();
        for (DraftRevision one : all) {
            if (one.aside() || one.number() == 0 || minutes.add(one.savedAt().truncatedTo(ChronoUnit.MINUTES))) {
                last.add(one);
            }
        }
        return last;
    }

    /** One text of a draft of one's own. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.opened")
    public EntryContent read(UUID draft, UUID revision) {
        mine(draft);
        return content(draft, revision);
    }

    /**
     * Makes an earlier text the draft's text again. What it takes the place of stays among the revisions.
     *
     * @param shown revision of the draft that was shown; refused with {@code note.moved_on} when there is a newer one
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.written_on")
    public void bringBack(UUID draft, UUID revision, int shown) {
        Entry entry = em.createQuery("select e from Entry e where e.id = :id and e.authorId = :me and e.status = 'draft'", Entry.class).setParameter("id", draft)
            .setParameter("me", caller.accountId()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(NotFound::new);
        if (entry.getRevision() != shown) {
            throw new BusinessRuleViolation("note.moved_on");
        }
        drafts.save(draft, shown, null, content(draft, revision));
    }

    private EntryContent content(UUID draft, UUID revision) {
        return em.createQuery("select r from EntryRevision r where r.id = :id and r.entryId = :draft", EntryRevision.class).setParameter("id", revision)
            .setParameter("draft", draft).getResultStream().findFirst().orElseThrow(NotFound::new).content();
    }

    private void mine(UUID draft) {
        if (em.createQuery("select count(e) from Entry e where e.id = :id and e.authorId = :me and e.status = 'draft'", Long.class).setParameter("id", draft)
            .setParameter("me", caller.accountId()).getSingleResult() == 0) {
            throw new NotFound();
        }
    }
}
