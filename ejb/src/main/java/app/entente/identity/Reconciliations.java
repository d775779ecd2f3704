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
        ask("select r.id, r.day, r.started_at, r.finished_at, r.accounts, r.users, f.kind, count(f.id) as findings from (select * from reconciliation "
            + "order by day desc limit " + NIGHTS + ") r left join reconciliation_finding f on f.reconciliation_id = r.id "
            + "group by r.id, r.day, r.started_at, r.finished_at, r.accounts, r.users, f.kind order by r.day desc, f.kind", found -> {
            UUID id = found.getObject("id", UUID.class);
            if (!rows.containsKey(id)) {
                Timestamp finished = found.getTimestamp("finished_at");
                rows.put(id, new ReconciliationRow(id, found.getObject("day", LocalDate.class), found.getTimestamp("started_at").toInstant(),
                    finished == null ? null : finished.toInstant(), found.getInt("accounts"), found.getInt("users"), new LinkedHashMap<>()));
            }
            if (found.getString("kind") != null) {
                rows.get(id).counts().put(found.getString("kind"), found.getLong("findings"));
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
        List<Finding> findings = new ArrayList<>();
        ask("select kind, account_id, subject, workspace_id from reconciliation_finding where reconciliation_id = ? order by kind, id limit " + MOST,
            found -> findings.add(new Finding(found.getString("kind"), found.getObject("account_id", UUID.class), found.getString("subject"),
                found.getObject("workspace_id", UUID.class))), reconciliation);
        return findings;
    }

    private void ask(String sql, Reader reader, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    reader.read(found);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the operator's database could not be asked", e);
        }
    }

    /** Takes one row. */
    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }
}
