package app.entente.payment;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Money;
import app.entente.kernel.NotFound;
import app.entente.practice.Practices;
import app.entente.receipt.Payment;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Writes payments and refunds into the ledger of the current workspace and finds them again. */
@Stateless
@UseCases
public class Payments {

    private static final long MOST_MINOR = 100_000_000;
    private static final String COIN = "qc.tax.cash_step";
    static final String ROW = "select new app.entente.payment.PaymentRow(e.id, e.seq, e.paidOn, e.means, e.amountMinor, e.roundingMinor, e.currency, e.personId, "
        + "p.details.givenName, p.details.familyName, e.payerName, e.refundsId, e.receiptId, "
        + "(select sum(f.amountMinor) from LedgerEntry f where f.refundsId = e.id), (select sum(a.amountMinor) from Allocation a where a.entryId = e.id)) ";
    static final String FROM = "from LedgerEntry e left join Person p on p.id = e.personId ";
    private static final String FILTER = "where e.paidOn >= :from and e.paidOn <= :until and (:means = '' or e.means = :means) "
        + "and (lower(e.payerName) like :words or lower(concat(p.details.givenName, concat(' ', p.details.familyName))) like :words) ";
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

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
    @Inject
    LedgerQueries ledger;

    /**
     * Writes a payment down and settles receipts with it (rules 1, 4 and 7); what is refused: see the rules of the package.
     *
     * @param key idempotency key: one per form shown
     * @return the payment; the one written before when the key was used for the same already
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.recorded")
    public UUID record(@NotNull PaymentOrder order, @NotBlank @Size(max = 100) String key) {
        return written(order, key);
    }

    /** Writes down a payment that a practice had before: called when its workspace is opened with what its practitioner has. */
    @PermitAll
    public UUID establish(PaymentOrder order) {
        return written(order, "established " + order.asked().hashCode() + " " + order.on());
    }

    private UUID written(PaymentOrder order, String key) {
        Workspace workspace = workspaces.find(tenant.id());
        ledger.takeTurn(tenant.id());
        Optional<LedgerEntry> before = writtenWith(key, order.asked());
        if (before.isPresent()) {
            return before.get().getId();
        }
        check(order.amount(), order.means(), order.on(), workspace);
        List<OpenReceipt> receipts = ledger.receipts(order.receipts());
        if (receipts.size() < order.receipts().size()) {
            throw new NotFound();
        }
        Debtor debtor = debtor(order, receipts);
        long open = receipts.stream().mapToLong(OpenReceipt::openMinor).sum();
        long rounding = rounding(order, open, workspace);
        LedgerEntry entry = new LedgerEntry(debtor, new LedgerEntry.Received(order.amount(), rounding, order.means(), order.on()), null, key, order.asked(), account());
        em.persist(entry);
        em.flush();
        settle(entry.getId(), entry.applied(), receipts);
        return entry.getId();
    }

    /**
     * Gives back a payment or a part of it. What stands on account goes first, then what settles receipts, the latest first: those are open again.
     * Refused with {@code payment.refund_of_refund} and {@code payment.refund_above}, else as {@link #record}.
     *
     * @param minor how much, in minor units of the payment's currency
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.refunded")
    public UUID refund(@NotNull UUID id, long minor, @NotBlank String means, LocalDate on, @NotBlank @Size(max = 100) String key) {
        return givenBack(id, minor, means, on, key);
    }

    /** Writes down what a practice had given back before, as {@link #establish} does with payments. */
    @PermitAll
    public UUID establishRefund(UUID id, long minor, String means, LocalDate on) {
        return givenBack(id, minor, means, on, "established " + id + " " + on);
    }

    private UUID givenBack(UUID id, long minor, String means, LocalDate on, String key) {
        LedgerEntry entry = entry(id);
        ledger.takeTurn(tenant.id());
        Money amount = new Money(minor, entry.getAmount().currency());
        String asked = PaymentOrder.asked("refund " + id, List.of(), amount, means, on);
        Optional<LedgerEntry> before = writtenWith(key, asked);
        if (before.isPresent()) {
            return before.get().getId();
        }
        if (entry.isRefund()) {
            throw new BusinessRuleViolation("payment.refund_of_refund");
        }
        check(amount, means, on, workspaces.find(tenant.id()));
        long left = entry.getAmount().minor() + ledger.refunded(entry);
        if (minor > left) {
            throw new BusinessRuleViolation("payment.refund_above", new Money(left, amount.currency()));
        }
        long free = ledger.free(entry);
        // What is given back to the last cent takes the rounding back with it.
        long rounding = minor == left ? -entry.roundingMinor() : 0;
        long applied = minor + rounding;
        List<LedgerQueries.Settled> settled = ledger.settledBy(id);
        List<Long> back = Split.over(Math.max(0, applied - free), settled.stream().map(LedgerQueries.Settled::minor).toList());
        LedgerEntry refund = new LedgerEntry(entry, new LedgerEntry.Received(new Money(-minor, amount.currency()), rounding == 0 ? 0 : -entry.roundingMinor(), means, on), key,
            asked, account());
        em.persist(refund);
        em.flush();
        for (int i = 0; i < back.size(); i++) {
            if (back.get(i) > 0) {
                em.persist(new Allocation(id, settled.get(i).id(), -back.get(i)));
            }
        }
        return refund.getId();
    }

    /** The ledger, latest first: a page of 100, and count and total of all that the filter lets through. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.listed")
    public PaymentLedger ledger(PaymentFilter filter, int page) {
        List<PaymentRow> rows = filtered(em.createQuery(ROW + FROM + FILTER + "order by e.paidOn desc, e.seq desc", PaymentRow.class), filter)
            .setFirstResult(Math.max(0, page) * PaymentLedger.SIZE).setMaxResults(PaymentLedger.SIZE).getResultList();
        Object[] sum = filtered(em.createQuery("select count(e), sum(e.amountMinor) " + FROM + FILTER, Object[].class), filter).getSingleResult();
        return new PaymentLedger(rows, (Long) sum[0], new Money(sum[1] == null ? 0 : ((Number) sum[1]).longValue(), currency()));
    }

    /** One line of the ledger. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.opened")
    public PaymentRow row(UUID id) {
        return em.createQuery(ROW + FROM + "where e.id = :id", PaymentRow.class).setParameter("id", id).getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** The payments that settle a receipt, and the refunds of these, oldest first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<PaymentRow> ofReceipt(UUID receipt) {
        return em.createQuery(ROW + FROM + "where e.receiptId = :receipt or e.id in (select a.entryId from Allocation a where a.receiptId = :receipt) "
            + "or e.refundsId in (select b.entryId from Allocation b where b.receiptId = :receipt) order by e.seq", PaymentRow.class).setParameter("receipt", receipt).getResultList();
    }

    /** How much of a receipt each payment settles, what was given back taken off; payments that settle nothing of it are left out. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<Applied> applied(UUID receipt) {
        return em.createQuery("select a.entryId, sum(a.amountMinor), max(r.currency) from Allocation a, Receipt r where a.receiptId = :receipt and r.id = a.receiptId group by a.entryId",
                Object[].class).setParameter("receipt", receipt).getResultStream().filter(row -> ((Number) row[1]).longValue() != 0)
            .map(row -> new Applied((UUID) row[0], new Money(((Number) row[1]).longValue(), (String) row[2]))).toList();
    }

    /** What a payment settles of one receipt. */
    public record Applied(UUID payment, Money amount) {
    }

    /** The receipts that a payment settles, and how much of each, oldest first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<Settled> settled(UUID id) {
        return em.createQuery("select r.id, r.displayNumber, r.recipient, sum(a.amountMinor), max(r.currency) from Allocation a, Receipt r where a.entryId = :id and r.id = a.receiptId "
                + "group by r.id, r.displayNumber, r.recipient, r.issuedAt order by r.issuedAt, r.displayNumber", Object[].class).setParameter("id", id).getResultStream()
            .filter(row -> ((Number) row[3]).longValue() != 0)
            .map(row -> new Settled((UUID) row[0], (String) row[1], (String) row[2], new Money(((Number) row[3]).longValue(), (String) row[4]))).toList();
    }

    /** A receipt that a payment settles, wholly or in part. */
    public record Settled(UUID receipt, String number, String recipient, Money amount) {
    }

    /** The last day of the periods that are closed; null when none is. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public LocalDate closedUntil() {
        return ledger.closedUntil();
    }

    private void check(Money amount, String means, LocalDate on, Workspace workspace) {
        if (amount.minor() <= 0 || amount.minor() > MOST_MINOR || !amount.currency().equals(currency(workspace))) {
            throw new BusinessRuleViolation("payment.amount");
        }
        if (means == null || !Payment.means(amount.currency()).contains(means)) {
            throw new BusinessRuleViolation("receipt.means");
        }
        if (on == null || on.isAfter(LocalDate.now(clock.withZone(workspace.getZone()))) || on.isBefore(EARLIEST)) {
            throw new BusinessRuleViolation("payment.future");
        }
        ledger.notClosed(on);
    }

    private Debtor debtor(PaymentOrder order, List<OpenReceipt> receipts) {
        if (receipts.isEmpty()) {
            if (order.debtor().personId() == null && !order.debtor().payer()) {
                throw new BusinessRuleViolation("payment.nobody");
            }
            if (order.debtor().personId() != null && em.createQuery("select count(p) from Person p where p.id = :id", Long.class)
                .setParameter("id", order.debtor().personId()).getSingleResult() == 0) {
                throw new NotFound();
            }
            return order.debtor();
        }
        Debtor first = receipts.get(0).debtor();
        if (receipts.stream().anyMatch(receipt -> !receipt.debtor().same(first))) {
            throw new BusinessRuleViolation("payment.other_debtor");
        }
        if (receipts.stream().anyMatch(receipt -> !receipt.unpaid())) {
            throw new BusinessRuleViolation("payment.not_open", receipts.stream().filter(receipt -> !receipt.unpaid()).findFirst().orElseThrow().number());
        }
        boolean one = receipts.stream().map(OpenReceipt::personId).distinct().count() == 1;
        return new Debtor(one ? first.personId() : null, first.payerName());
    }

    private long rounding(PaymentOrder order, long open, Workspace workspace) {
        if (open <= 0 || !"cash".equals(order.means()) || !"CA-QC".equals(workspace.getJurisdiction())) {
            return 0;
        }
        long coin = practices.laws(workspace.getJurisdiction(), order.on()).number(COIN).longValueExact();
        return order.amount().minor() == Split.cash(open, coin) ? order.amount().minor() - open : 0;
    }

    private void settle(UUID entry, long applied, List<OpenReceipt> receipts) {
        List<Long> shares = Split.over(applied, receipts.stream().map(OpenReceipt::openMinor).toList());
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i) > 0) {
                em.persist(new Allocation(entry, receipts.get(i).id(), shares.get(i)));
            }
        }
    }

    private LedgerEntry entry(UUID id) {
        return em.createQuery("select e from LedgerEntry e where e.id = :id", LedgerEntry.class).setParameter("id", id).getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    private Optional<LedgerEntry> writtenWith(String key, String asked) {
        Optional<LedgerEntry> entry = em.createQuery("select e from LedgerEntry e where e.idempotencyKey = :key", LedgerEntry.class).setParameter("key", key)
            .getResultStream().findFirst();
        if (entry.isPresent() && !entry.get().isAnswerTo(asked)) {
            throw new BusinessRuleViolation("payment.key_used");
        }
        return entry;
    }

    private UUID account() {
        return caller.signedIn() ? caller.accountId() : null;
    }

    private String currency() {
        return currency(workspaces.find(tenant.id()));
    }

    static String currency(Workspace workspace) {
        return "CA-QC".equals(workspace.getJurisdiction()) ? "CAD" : "EUR";
    }

    private static <T> TypedQuery<T> filtered(TypedQuery<T> query, PaymentFilter filter) {
        return query.setParameter("from", filter.from() == null ? EARLIEST : filter.from()).setParameter("until", filter.until() == null ? LATEST : filter.until())
            .setParameter("words", "%" + (filter.words() == null ? "" : filter.words().strip().toLowerCase(Locale.ROOT)) + "%")
            .setParameter("means", filter.means() == null ? "" : filter.means());
    }
}
