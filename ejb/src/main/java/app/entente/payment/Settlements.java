package app.entente.payment;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Money;
import app.entente.kernel.NotFound;
import app.entente.receipt.Receipt;
import app.entente.receipt.ReceiptIssued;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Settles receipts: with what they say as paid themselves, and with what stands on account (rules 4 and 5). */
@Stateless
@UseCases
public class Settlements {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    CurrentTenant tenant;
    @Inject
    Caller caller;
    @Inject
    LedgerQueries ledger;

    /** The payments of these clients that have something on account, oldest first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<PaymentRow> onAccount(Collection<UUID> persons) {
        return persons.isEmpty() ? List.of() : em.createQuery(Payments.ROW + Payments.FROM + "where e.payerName = '' and e.refundsId is null and e.personId in :persons "
            + "order by e.paidOn, e.seq", PaymentRow.class).setParameter("persons", persons).getResultStream().filter(row -> row.free().minor() > 0).toList();
    }

    /** By meeting, the payment that a receipt of it had said before a credit note took that receipt back; the latest where there are several. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public Map<UUID, UUID> takenBack(Collection<UUID> meetings) {
        return meetings.isEmpty() ? Map.of() : em.createQuery("select l.meetingId, e.id from LedgerEntry e, ReceiptLine l, Receipt c where l.receiptId = e.receiptId "
                + "and c.creditsId = e.receiptId and l.meetingId in :meetings order by e.seq", Object[].class).setParameter("meetings", meetings).getResultStream()
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1], (first, last) -> last));
    }

    /** Settles a receipt with what its debtor has on account, as far as it goes; nothing happens when nothing is open or nothing is there. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.settled")
    public void settle(@NotNull UUID receipt) {
        OpenReceipt found = ledger.receipts(List.of(receipt)).stream().findFirst().orElseThrow(NotFound::new);
        ledger.takeTurn(tenant.id());
        long open = ledger.receipts(List.of(receipt)).get(0).openMinor();
        List<LedgerQueries.OnAccount> free = ledger.onAccount(found.debtor());
        List<Long> shares = Split.over(open, free.stream().map(LedgerQueries.OnAccount::freeMinor).toList());
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i) > 0) {
                em.persist(new Allocation(free.get(i).entry(), receipt, shares.get(i)));
            }
        }
    }

    /** What a receipt says as paid becomes a payment, or takes one that stands on account; what had settled one that is credited stands on account again. */
    @PermitAll
    public void issued(@Observes ReceiptIssued fact) {
        Receipt receipt = em.find(Receipt.class, fact.receiptId());
        if (receipt.isCredit()) {
            ledger.takeTurn(tenant.id());
            ledger.settling(receipt.getCreditsId()).forEach(one -> em.persist(new Allocation(one.id(), receipt.getCreditsId(), -one.minor())));
            return;
        }
        if (receipt.getPaymentMeans() == null || receipt.getPaid() == null || receipt.getPaid().minor() == 0) {
            return;
        }
        ledger.takeTurn(tenant.id());
        if (fact.paidWith() != null) {
            takeFromAccount(fact.paidWith(), receipt);
            return;
        }
        ledger.notClosed(receipt.getPaidOn());
        Money paid = receipt.getPaid();
        LedgerEntry entry = new LedgerEntry(new Debtor(receipt.getPersonId(), receipt.getPayerName()),
            new LedgerEntry.Received(paid, paid.minor() - receipt.getTotal().minor(), receipt.getPaymentMeans(), receipt.getPaidOn()), receipt.getId(),
            "receipt " + receipt.getId(), "", caller.signedIn() ? caller.accountId() : null);
        em.persist(entry);
        em.flush();
        if (entry.applied() != 0) {
            em.persist(new Allocation(entry.getId(), receipt.getId(), entry.applied()));
        }
    }

    // The receipt prints the day and the means: they have to be those of the payment, and the payment theirs who are billed.
    private void takeFromAccount(UUID id, Receipt receipt) {
        LedgerEntry entry = em.createQuery("select e from LedgerEntry e where e.id = :id", LedgerEntry.class).setParameter("id", id).getResultStream().findFirst().orElseThrow(NotFound::new);
        boolean fits = !entry.isRefund() && new Debtor(entry.getPersonId(), entry.getPayerName()).same(new Debtor(receipt.getPersonId(), receipt.getPayerName()))
            && entry.getMeans().equals(receipt.getPaymentMeans()) && entry.getPaidOn().equals(receipt.getPaidOn());
        if (!fits || ledger.free(entry) < receipt.getTotal().minor()) {
            throw new BusinessRuleViolation("payment.account_short", receipt.getTotal());
        }
        em.persist(new Allocation(id, receipt.getId(), receipt.getTotal().minor()));
    }
}
