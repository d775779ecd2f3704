package app.entente.receipt;

import app.entente.practice.LawPack;
import app.entente.practice.Practice;
import app.entente.practice.Practices;
import app.entente.workspace.Workspace;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;

/**
 * What holds for every receipt of a practice on one day.
 *
 * @param registration how the practice stands with the tax office that day; null when its profile says all there is
 * @param today the day of the workspace
 */
record ReceiptGround(Workspace workspace, Practice practice, LawPack law, TaxRegistration registration, LocalDate today) {

    /** Of the current workspace, now. */
    static ReceiptGround of(EntityManager em, Workspace workspace, Practices practices, Clock clock) {
        LocalDate today = LocalDate.now(clock.withZone(workspace.getZone()));
        TaxRegistration registration = em.createQuery("select t from TaxRegistration t where t.since <= :day order by t.since desc, t.createdAt desc", TaxRegistration.class)
            .setParameter("day", today).setMaxResults(1).getResultStream().findFirst().orElse(null);
        return new ReceiptGround(workspace, practices.profile(), practices.laws(workspace.getJurisdiction(), today), registration, today);
    }
}
