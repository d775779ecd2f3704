package app.entente.payment;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.practice.Practices;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Takes the orders for an accountant's exports and gives them out when they are made (rule 10). */
@Stateless
@UseCases
public class Exports {

    private static final int LONGEST_YEARS = 5;
    private static final int MOST = 20;

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

    /**
     * Orders an export of a period of at most five years. Refused with {@code payment.export_period} when it is none, with {@code payment.fec_place} for
     * the French layout elsewhere, and with {@code payment.fec_siret} while the practice has no SIRET.
     *
     * @param kind {@link ExportJob#JOURNAL} or {@link ExportJob#FEC}
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.exported")
    public UUID order(String kind, LocalDate first, LocalDate last) {
        if (first == null || last == null || last.isBefore(first) || last.isAfter(first.plusYears(LONGEST_YEARS))) {
            throw new BusinessRuleViolation("payment.export_period", LONGEST_YEARS);
        }
        ExportJob job = new ExportJob(kind, first, last, name(kind, first, last), caller.accountId(), clock.instant());
        em.persist(job);
        em.flush();
        em.persist(new ExportPart(job.getId(), 0, ExportJob.FEC.equals(kind) ? Fec.header() : Journal.header()));
        return job.getId();
    }

    /** What was ordered and is not erased yet, latest first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<ExportJob> all() {
        return em.createQuery("select j from ExportJob j order by j.askedAt desc", ExportJob.class).setMaxResults(MOST).getResultList();
    }

    /** What it consists of; not found until it is made. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.downloaded")
    public ExportFile file(UUID id) {
        ExportJob job = ready(id);
        List<Integer> pieces = em.createQuery("select p.position from ExportPart p where p.exportId = :id order by p.position", Integer.class).setParameter("id", id).getResultList();
        return new ExportFile(id, job.getName(), ExportJob.FEC.equals(job.getKind()) ? "text/plain; charset=" + Fec.LETTERS.name() : "text/csv; charset=UTF-8", pieces);
    }

    /** One piece of it, so that a long one takes no more memory than a short one. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public byte[] piece(UUID id, int position) {
        ExportJob job = ready(id);
        String text = em.createQuery("select p.body from ExportPart p where p.exportId = :id and p.position = :position", String.class).setParameter("id", id)
            .setParameter("position", position).getResultStream().findFirst().orElseThrow(NotFound::new);
        return ExportJob.FEC.equals(job.getKind()) ? Fec.bytes(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    private ExportJob ready(UUID id) {
        return em.createQuery("select j from ExportJob j where j.id = :id and j.status = 'ready'", ExportJob.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    private String name(String kind, LocalDate first, LocalDate last) {
        if (ExportJob.JOURNAL.equals(kind)) {
            return "journal-" + first + "-" + last + ".csv";
        }
        if (!ExportJob.FEC.equals(kind)) {
            throw new NotFound();
        }
        if (!"FR".equals(workspaces.find(tenant.id()).getJurisdiction())) {
            throw new BusinessRuleViolation("payment.fec_place");
        }
        String siret = practices.profile().getSiret();
        if (siret == null || siret.replaceAll("\\D", "").length() < 9) {
            throw new BusinessRuleViolation("payment.fec_siret");
        }
        return Fec.name(siret, last);
    }
}
