package app.entente.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.function.Consumer;
import org.eclipse.persistence.jpa.JpaEntityManager;

/** Speaks to the database's functions of the chain. Native: Jakarta Persistence has no word for a function that writes. */
@ApplicationScoped
class AuditQueries {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /**
     * Takes entries, a JSON array, into the chain of the current workspace, at the end of the transaction it was asked for in. Bound to that
     * transaction's own persistence context: at its end the server no longer knows which component asks, and would find none.
     */
    Consumer<String> recorder() {
        EntityManager own = em.unwrap(JpaEntityManager.class);
        // It has written its changes at that point, and may not be told to do so once more.
        return entries -> own.createNativeQuery("select audit_record(cast(? as jsonb))").setParameter(1, entries).setFlushMode(FlushModeType.COMMIT)
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getSingleResult();
    }

    /** Checks the chain of the current workspace, links, commitments and head. */
    ChainVerdict check() {
        Object[] row = (Object[]) em.createNativeQuery("select entries, since, first_broken from audit_check()")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getSingleResult();
        return new ChainVerdict(((Number) row[0]).longValue(), row[1] == null ? null : ((Timestamp) row[1]).toInstant(),
            row[2] == null ? null : ((Number) row[2]).longValue());
    }
}
