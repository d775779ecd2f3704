package app.entente.agreement;

import app.entente.identity.Role;
import app.entente.kernel.Bilingual;
import app.entente.kernel.TimelineEntry;
import app.entente.kernel.TimelinePart;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The agreements in a file's timeline: each the one document that the first step waits for. */
@Stateless
@UseCases
public class AgreementTimeline implements TimelinePart {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    @Override
    @RolesAllowed(Role.PRACTITIONER)
    public List<TimelineEntry> of(UUID file) {
        return em.createQuery("select a.id, a.personId, a.status, a.createdAt, a.sentAt, a.endedAt, t.title from Agreement a, TemplateVersion v, "
            + "AgreementTemplate t where v.id = a.templateVersionId and t.id = v.templateId and a.fileId = :file", Object[].class)
            .setParameter("file", file).getResultStream().map(AgreementTimeline::entry).toList();
    }

    @Override
    @RolesAllowed(Role.PRACTITIONER)
    public List<TimelineEntry> counted(UUID file) {
        return of(file);
    }

    private static TimelineEntry entry(Object[] row) {
        String status = (String) row[2];
        Instant at = (Instant) (row[5] != null ? row[5] : row[4] != null ? row[4] : row[3]);
        boolean draft = "draft".equals(status);
        return TimelineEntry.of((UUID) row[1], at, "agreement", "agreement.timeline." + status, (Bilingual) row[6])
            .to("/agreement/" + (draft ? "prepare" : "show") + "?id=" + row[0]).asDocument("agreement").ended("active".equals(status));
    }
}
