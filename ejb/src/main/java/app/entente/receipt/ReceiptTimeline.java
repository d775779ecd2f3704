package app.entente.receipt;

import app.entente.identity.Role;
import app.entente.kernel.Money;
import app.entente.kernel.TimelineEntry;
import app.entente.kernel.TimelinePart;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The receipts in a file's timeline, each of the person it was made out to. */
@Stateless
@UseCases
public class ReceiptTimeline implements TimelinePart {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    @Override
    @PermitAll
    public List<TimelineEntry> counted(UUID file) {
        return List.of();
    }

    @Override
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<TimelineEntry> of(UUID file) {
        return em.createQuery("select r.id, r.personId, r.issuedAt, r.displayNumber, r.totalMinor, r.currency from Receipt r where r.fileId = :file",
            Object[].class).setParameter("file", file).getResultStream().map(row -> TimelineEntry.of((UUID) row[1], (Instant) row[2], "receipt",
                "receipt.timeline.issued", row[3], new Money(((Number) row[4]).longValue(), (String) row[5])).to("/receipt/show?id=" + row[0])).toList();
    }
}
