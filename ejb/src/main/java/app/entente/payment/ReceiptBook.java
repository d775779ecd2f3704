package app.entente.payment;

import app.entente.identity.Role;
import app.entente.kernel.Money;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The book of everything that was issued, with what is open of it and a picture of its months. */
@Stateless
@UseCases
public class ReceiptBook {

    private static final int MONTHS = 12;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
    private static final String SETTLED = "(select coalesce(sum(a.amountMinor), 0) from Allocation a where a.receiptId = r.id)";
    private static final String OWES = "r.kind <> 'credit' and r.kind <> 'covered' and not exists (select c.id from Receipt c where c.creditsId = r.id) ";
    private static final String FILTER = "where r.issuedOn >= :from and r.issuedOn <= :until and lower(r.recipient) like :words "
        + "and (:payer = '%%' or lower(r.payerName) like :payer) and (:kind = '' or r.kind = :kind) ";
    private static final String UNPAID = "and " + OWES + "and r.totalMinor > " + SETTLED + " ";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;

    /** The receipts that a filter lets through, latest first: a page of 100, and count, total and what is open of all. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public BookPage page(BookFilter filter, int page) {
        String which = FILTER + (filter.unpaid() ? UNPAID : "");
        List<BookRow> rows = filtered(em.createQuery("select new app.entente.payment.BookRow(r.id, r.displayNumber, r.issuedOn, r.recipient, r.payerName, r.kind, r.totalMinor, "
            + "r.currency, r.status, (select sum(a.amountMinor) from Allocation a where a.receiptId = r.id), (select count(c) from Receipt c where c.creditsId = r.id)) from Receipt r "
            + which + "order by r.issuedOn desc, r.issuedAt desc, r.number desc", BookRow.class), filter).setFirstResult(Math.max(0, page) * BookPage.SIZE).setMaxResults(BookPage.SIZE).getResultList();
        Object[] sum = filtered(em.createQuery("select count(r), sum(r.totalMinor) from Receipt r " + which, Object[].class), filter).getSingleResult();
        long billed = number(filtered(em.createQuery("select sum(r.totalMinor) from Receipt r " + which + "and " + OWES, Long.class), filter).getSingleResult());
        long settled = number(filtered(em.createQuery("select sum(s.amountMinor) from Allocation s, Receipt r " + which + "and s.receiptId = r.id and " + OWES, Long.class), filter).getSingleResult());
        String currency = Payments.currency(workspaces.find(tenant.id()));
        return new BookPage(rows, (Long) sum[0], new Money(number(sum[1]), currency), new Money(billed - settled, currency));
    }

    /** The last twelve months up to this one, oldest first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<BookMonth> months() {
        YearMonth now = YearMonth.now(clock.withZone(workspaces.find(tenant.id()).getZone()));
        LocalDate from = now.minusMonths(MONTHS - 1).atDay(1);
        Map<YearMonth, Long> issued = byMonth("select extract(year from r.issuedOn), extract(month from r.issuedOn), sum(r.totalMinor) from Receipt r where r.issuedOn >= :from "
            + "group by extract(year from r.issuedOn), extract(month from r.issuedOn)", from);
        Map<YearMonth, Long> received = byMonth("select extract(year from e.paidOn), extract(month from e.paidOn), sum(e.amountMinor) from LedgerEntry e where e.paidOn >= :from "
            + "group by extract(year from e.paidOn), extract(month from e.paidOn)", from);
        String currency = Payments.currency(workspaces.find(tenant.id()));
        List<BookMonth> months = new ArrayList<>();
        for (int back = MONTHS - 1; back >= 0; back--) {
            YearMonth month = now.minusMonths(back);
            months.add(new BookMonth(month, new Money(issued.getOrDefault(month, 0L), currency), new Money(received.getOrDefault(month, 0L), currency)));
        }
        return months;
    }

    private Map<YearMonth, Long> byMonth(String query, LocalDate from) {
        Map<YearMonth, Long> sums = new HashMap<>();
        em.createQuery(query, Object[].class).setParameter("from", from).getResultStream()
            .forEach(row -> sums.put(YearMonth.of(((Number) row[0]).intValue(), ((Number) row[1]).intValue()), number(row[2])));
        return sums;
    }

    private static <T> TypedQuery<T> filtered(TypedQuery<T> query, BookFilter filter) {
        return query.setParameter("from", filter.from() == null ? EARLIEST : filter.from()).setParameter("until", filter.until() == null ? LATEST : filter.until())
            .setParameter("words", like(filter.words())).setParameter("payer", like(filter.payer())).setParameter("kind", filter.kind() == null ? "" : filter.kind());
    }

    private static String like(String words) {
        return "%" + (words == null ? "" : words.strip().toLowerCase(Locale.ROOT)) + "%";
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }
}
