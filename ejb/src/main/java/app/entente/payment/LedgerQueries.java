package app.entente.payment;

import app.entente.kernel.BusinessRuleViolation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Asks the ledger. */
@ApplicationScoped
class LedgerQueries {

    private static final String OPEN = "select new app.entente.payment.OpenReceipt(r.id, r.displayNumber, r.issuedOn, r.dueOn, r.personId, r.recipient, r.fileId, r.kind, "
        + "r.payerName, r.totalMinor, r.currency, (select sum(a.amountMinor) from Allocation a where a.receiptId = r.id), "
        + "(select count(c) from Receipt c where c.creditsId = r.id)) from Receipt r where ";

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** Waits until nobody else writes in this workspace's ledger; nobody will until the transaction ends. What is read afterwards holds. */
    void takeTurn(UUID tenant) {
        // Jakarta Persistence cannot make the first row «unless it is there» and lock it.
        em.createNativeQuery("select ledger_turn(cast(? as uuid))").setHint("eclipselink.jdbc.allow-native-sql-query", "true").setParameter(1, tenant.toString())
            .getSingleResult();
    }

    /** Checks the chain: how many links there are, and the first that does not hold. */
    LedgerVerdict check() {
        Object[] row = (Object[]) em.createNativeQuery("select links, first_broken from ledger_check()")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getSingleResult();
        return new LedgerVerdict(((Number) row[0]).longValue(), row[1] == null ? null : ((Number) row[1]).longValue());
    }

    /** The last day that is closed; null when none is. */
    LocalDate closedUntil() {
        return em.createQuery("select max(c.lastOn) from LedgerClosing c", LocalDate.class).getSingleResult();
    }

    /** Refuses a day in a closed period with {@code payment.closed}. */
    void notClosed(LocalDate on) {
        LocalDate closed = closedUntil();
        if (closed != null && !on.isAfter(closed)) {
            throw new BusinessRuleViolation("payment.closed", closed);
        }
    }

    /** These receipts and what is open of them, oldest first. */
    List<OpenReceipt> receipts(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : em.createQuery(OPEN + "r.id in :ids order by r.issuedOn, r.number", OpenReceipt.class).setParameter("ids", ids).getResultList();
    }

    /** The receipts of one who owes, oldest first; the person's own when there is no payer's name. */
    List<OpenReceipt> receiptsOf(Debtor debtor) {
        return debtor.payer()
            ? em.createQuery(OPEN + "r.payerName = :payer and r.kind <> 'covered' order by r.issuedOn, r.number", OpenReceipt.class)
                .setParameter("payer", debtor.payerName()).getResultList()
            : em.createQuery(OPEN + "r.personId = :person and (r.payerName is null or r.kind = 'covered') order by r.issuedOn, r.number", OpenReceipt.class)
                .setParameter("person", debtor.personId()).getResultList();
    }

    /** The receipts of a file, latest first. */
    List<OpenReceipt> receiptsOfFile(UUID file) {
        return em.createQuery(OPEN + "r.fileId = :file order by r.issuedOn desc, r.number desc", OpenReceipt.class).setParameter("file", file).getResultList();
    }

    /** What of each payment of one who pays stands on account, oldest first: payments and refunds less what they settle. */
    List<OnAccount> onAccount(Debtor debtor) {
        String whose = debtor.payer() ? "e.payerName = :payer" : "e.payerName = '' and e.personId = :person";
        var query = em.createQuery("select e.id, e.amountMinor - e.roundingMinor, (select sum(f.amountMinor - f.roundingMinor) from LedgerEntry f where f.refundsId = e.id), "
            + "(select sum(a.amountMinor) from Allocation a where a.entryId = e.id) from LedgerEntry e where e.refundsId is null and " + whose
            + " order by e.paidOn, e.seq", Object[].class);
        return (debtor.payer() ? query.setParameter("payer", debtor.payerName()) : query.setParameter("person", debtor.personId())).getResultStream()
            .map(row -> new OnAccount((UUID) row[0], number(row[1]) + number(row[2]) - number(row[3]))).filter(one -> one.freeMinor() > 0).toList();
    }

    /** What of one payment is free. */
    long free(LedgerEntry entry) {
        return entry.applied() + number(em.createQuery("select sum(f.amountMinor - f.roundingMinor) from LedgerEntry f where f.refundsId = :id", Long.class)
            .setParameter("id", entry.getId()).getSingleResult())
            - number(em.createQuery("select sum(a.amountMinor) from Allocation a where a.entryId = :id", Long.class).setParameter("id", entry.getId()).getSingleResult());
    }

    /** What was given back of a payment, negative. */
    long refunded(LedgerEntry entry) {
        return number(em.createQuery("select sum(f.amountMinor) from LedgerEntry f where f.refundsId = :id", Long.class).setParameter("id", entry.getId()).getSingleResult());
    }

    /** What a payment settles now, by receipt, latest receipt first. */
    List<Settled> settledBy(UUID entry) {
        return em.createQuery("select r.id, sum(a.amountMinor), max(r.issuedOn), max(r.number) from Allocation a, Receipt r where r.id = a.receiptId and a.entryId = :entry group by r.id "
            + "having sum(a.amountMinor) <> 0", Object[].class).setParameter("entry", entry).getResultStream()
            .sorted((one, other) -> ((LocalDate) other[2]).equals(one[2]) ? ((Long) other[3]).compareTo((Long) one[3]) : ((LocalDate) other[2]).compareTo((LocalDate) one[2]))
            .map(row -> new Settled((UUID) row[0], number(row[1]))).toList();
    }

    /** What settles a receipt now, by payment. */
    List<Settled> settling(UUID receipt) {
        return em.createQuery("select a.entryId, sum(a.amountMinor) from Allocation a where a.receiptId = :receipt group by a.entryId having sum(a.amountMinor) <> 0",
            Object[].class).setParameter("receipt", receipt).getResultStream().map(row -> new Settled((UUID) row[0], number(row[1]))).toList();
    }

    /** What stands free of one payment. */
    record OnAccount(UUID entry, long freeMinor) {
    }

    /** An amount beside the receipt or the payment it is of. */
    record Settled(UUID id, long minor) {
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }
}
