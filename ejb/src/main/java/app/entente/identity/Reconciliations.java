package app.entente.identity;

import app.entente.kernel.NotFound;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** What the nightly comparisons have found, for the platform's operator, read in the operator's own role. */
@Stateless
@PlatformUseCases
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reconciliations {

    /** So many findings of one night are shown; the counts are of all. */
    public static final int MOST = 200;
    private static final int NIGHTS = 14;

    @Resource(lookup = "java:app/jdbc/operator")
    DataSource database;

    /** The latest nights, newest first. */
    @RolesAllowed(Role.OPERATOR)
    public List<ReconciliationRow> latest() {
        Map<UUID, ReconciliationRow> rows = new LinkedHashMap<>();
        ask("select r.id, r.day::text, r.started_at, r.finished_at, r.accounts, r.users, f.kind, count(f.id) from (select * from reconciliation "
            + "order by day desc limit " + NIGHTS + ") r left join reconciliation_finding f on f.reconciliation_id = r.id "
            + "group by r.id, r.day, r.started_at, r.finished_at, r.accounts, r.users, f.kind order by r.day desc, f.kind").forEach(found -> {
                ReconciliationRow row = rows.computeIfAbsent((UUID) found[0], id -> new ReconciliationRow(id, LocalDate.parse((String) found[1]),
                    instant(found[2]), instant(found[3]), (Integer) found[4], (Integer) found[5], new LinkedHashMap<>()));
                if (found[6] != null) {
                    row.counts().put((String) found[6], (Long) found[7]);
                }
            });
        return List.copyOf(rows.values());
    }

    /** The findings of one night, {@value #MOST} at most; not found when there was none. */
    @RolesAllowed(Role.OPERATOR)
    public List<Finding> findings(UUID reconciliation) {
        if (latest().stream().noneMatch(row -> row.id().equals(reconciliation))) {
            throw new NotFound();
        }
        return ask("select kind, account_id, subject, workspace_id from reconciliation_finding where reconciliation_id = ? order by kind, id limit " + MOST,
            reconciliation).stream().map(found -> new Finding((String) found[0], (UUID) found[1], (String) found[2], (UUID) found[3])).toList();
    }

    private static Instant instant(Object time) {
        return time == null ? null : ((Timestamp) time).toInstant();
    }

    private List<Object[]> ask(String sql, Object... values) {
        List<Object[]> rows = new ArrayList<>();
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    Object[] row = new Object[found.getMetaData().getColumnCount()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    rows.add(row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the operator's database could not be asked", e);
        }
        return rows;
    }
}
