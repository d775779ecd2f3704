package app.entente.receipt;

import app.entente.kernel.BusinessRuleViolation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gives the numbers of a workspace's receipts: per series, without a gap, each day not before the last (rules 2 and 3). */
@ApplicationScoped
class SeriesQueries {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** Gives the next number of a series, in one statement that locks its row until the transaction ends; refused with {@code receipt.before_last} for a day before the last one's. */
    Receipt.Given take(String prefix, LocalDate day) {
        return taken(prefix, day).or(() -> {
            ReceiptSeries first = new ReceiptSeries(prefix);
            // Jakarta Persistence cannot say «unless it is there»: two first receipts of a year at once must both go through.
            em.createNativeQuery("insert into receipt_series (id, code, prefix, next) values (?, ?, ?, 1) on conflict (tenant_id, code) do nothing")
                .setHint("eclipselink.jdbc.allow-native-sql-query", "true")
                .setParameter(1, first.getId()).setParameter(2, first.getCode()).setParameter(3, prefix).executeUpdate();
            return taken(prefix, day);
        }).orElseThrow(() -> new BusinessRuleViolation("receipt.before_last", em.createQuery("select s from ReceiptSeries s where s.prefix = :prefix",
            ReceiptSeries.class).setParameter("prefix", prefix).getSingleResult().lastIssuedOn()));
    }

    // Jakarta Persistence cannot change a row and read it in one statement, and the row is what everybody waits for.
    private Optional<Receipt.Given> taken(String prefix, LocalDate day) {
        List<?> rows = em.createNativeQuery("update receipt_series set next = next + 1, last_issued_on = cast(? as date), version = version + 1 "
                + "where prefix = ? and (last_issued_on is null or last_issued_on <= cast(? as date)) returning id, next - 1")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").setParameter(1, day.toString()).setParameter(2, prefix)
            .setParameter(3, day.toString()).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> {
            long number = ((Number) row[1]).longValue();
            return new Receipt.Given((UUID) row[0], number, ReceiptSeries.display(prefix, number));
        });
    }
}
