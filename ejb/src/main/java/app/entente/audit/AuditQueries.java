package app.entente.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;

/** Speaks to the database's functions of the chain. Native: Jakarta Persistence has no word for a function that writes. */
@ApplicationScoped
class AuditQueries {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** Adds entries, a JSON array, to the chain of the current workspace. */
    void record(String entries) {
        // The persistence context has been flushed at this point, and may not be once more.
        em.createNativeQuery("select audit_record(cast(? as jsonb))").setParameter(1, entries).setFlushMode(FlushModeType.COMMIT)
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
