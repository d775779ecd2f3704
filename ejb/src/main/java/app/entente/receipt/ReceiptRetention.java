package app.entente.receipt;

import app.entente.file.DestructionAsked;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.practice.LawText;
import app.entente.practice.Practices;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** A receipt outlives its file for as long as the tax law of the place asks: until then the file is not destroyed. */
@Stateless
@UseCases
public class ReceiptRetention {

    private static final Map<String, String> YEARS = Map.of("CA-QC", "qc.retention.tax", "FR", "fr.accounting.retention");

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

    /** Refuses with {@code receipt.kept_until} while a receipt of the file has to be kept, counted from the end of the year it was issued in. */
    @PermitAll
    public void asked(@Observes DestructionAsked fact) {
        LocalDate last = em.createQuery("select max(r.issuedOn) from Receipt r where r.fileId = :file", LocalDate.class)
            .setParameter("file", fact.fileId()).getSingleResult();
        if (last == null) {
            return;
        }
        Workspace workspace = workspaces.find(tenant.id());
        LocalDate today = LocalDate.now(clock.withZone(workspace.getZone()));
        int years = practices.law(workspace.getJurisdiction(), YEARS.get(workspace.getJurisdiction()), today).map(LawText::getValue).map(Integer::valueOf)
            .orElseThrow(() -> new BusinessRuleViolation("receipt.retention_missing"));
        LocalDate until = LocalDate.of(last.getYear() + years, 12, 31);
        if (!today.isAfter(until)) {
            throw new BusinessRuleViolation("receipt.kept_until", until);
        }
    }
}
