package app.entente.note;

import app.entente.identity.Role;
import app.entente.kernel.TimelineEntry;
import app.entente.kernel.TimelinePart;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was written in a file, in its timeline: the practice's own words; what one person said in them is split off by its source, not here. */
@Stateless
@UseCases
public class NoteTimeline implements TimelinePart {

    /** Kinds of entries that a step of the path waits for. */
    private static final Map<String, String> DUE = Map.of("assessment", "assessment", "closing", "closing_summary");
    private static final String ROW = "select e.id, e.kind, e.status, e.savedAt, e.signedAt from Entry e where e.fileId = :file";

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    @Override
    @RolesAllowed(Role.PRACTITIONER)
    public List<TimelineEntry> of(UUID file) {
        return em.createQuery(ROW, Object[].class).setParameter("file", file).getResultStream().map(NoteTimeline::entry).toList();
    }

    @Override
    @RolesAllowed(Role.PRACTITIONER)
    public List<TimelineEntry> counted(UUID file) {
        return em.createQuery(ROW + " and e.kind in :due", Object[].class).setParameter("file", file).setParameter("due", DUE.keySet())
            .getResultStream().map(NoteTimeline::entry).toList();
    }

    private static TimelineEntry entry(Object[] row) {
        boolean signed = Entry.SIGNED.equals(row[2]);
        TimelineEntry told = TimelineEntry.ours((Instant) (signed ? row[4] : row[3]), "note", "note.timeline." + row[1] + (signed ? ".signed" : ".draft"))
            .to("/note/" + (signed ? "show" : "write") + "?id=" + row[0]).ended(signed);
        return DUE.containsKey((String) row[1]) ? told.asDocument(DUE.get((String) row[1])) : told;
    }
}
