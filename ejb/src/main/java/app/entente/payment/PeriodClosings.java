package app.entente.payment;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Closes periods of the ledger, one month after the other, and looks whether the ledger holds (rules 3 and 6). */
@Stateless
@UseCases
public class PeriodClosings {

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
    LedgerQueries ledger;

    /** The closed periods, latest first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<LedgerClosing> all() {
        return em.createQuery("select c from LedgerClosing c order by c.lastOn desc, c.kind desc", LedgerClosing.class).getResultList();
    }

    /** The month that can be closed next; null when it is not over, or the ledger is empty. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public YearMonth next() {
        YearMonth month = due();
        return month != null && month.isBefore(YearMonth.now(clock.withZone(workspaces.find(tenant.id()).getZone()))) ? month : null;
    }

    /**
     * Closes a month; December closes its year as well. Refused with {@code payment.closing_order} unless it is the month after the last one closed (the
     * first: the month of the earliest payment), and with {@code payment.closing_early} when it is not over.
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.closed")
    public void close(@NotNull YearMonth month) {
        Workspace workspace = workspaces.find(tenant.id());
        ledger.takeTurn(tenant.id());
        YearMonth due = due();
        if (!month.equals(due)) {
            throw new BusinessRuleViolation("payment.closing_order", due == null ? "" : due);
        }
        if (!month.isBefore(YearMonth.now(clock.withZone(workspace.getZone())))) {
            throw new BusinessRuleViolation("payment.closing_early", month.plusMonths(1).atDay(1));
        }
        em.persist(new LedgerClosing(LedgerClosing.MONTH, month.atDay(1), month.atEndOfMonth(), Payments.currency(workspace), caller.accountId()));
        em.flush();
        if (month.getMonthValue() == 12) {
            em.persist(new LedgerClosing(LedgerClosing.YEAR, LocalDate.of(month.getYear(), 1, 1), month.atEndOfMonth(), Payments.currency(workspace), caller.accountId()));
        }
    }

    /** Looks through the whole ledger, every link and every closing. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public LedgerVerdict check() {
        return ledger.check();
    }

    private YearMonth due() {
        LocalDate closed = ledger.closedUntil();
        if (closed != null) {
            return YearMonth.from(closed).plusMonths(1);
        }
        LocalDate first = em.createQuery("select min(e.paidOn) from LedgerEntry e", LocalDate.class).getSingleResult();
        return first == null ? null : YearMonth.from(first);
    }
}
