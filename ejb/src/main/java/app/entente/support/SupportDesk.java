package app.entente.support;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The operator's side of support access: asking for it, and seeing what became of it. In the operator's own database role. */
@Stateless
@PlatformUseCases
public class SupportDesk {

    private static final int MOST = 50;
    private static final int LONGEST_REASON = 1000;

    @Resource(lookup = "java:app/jdbc/operator")
    private DataSource database;
    @Inject
    private Caller caller;
    @Inject
    private Clock clock;

    /** An access of the operator who asks, with the workspace it is to. */
    public record Mine(String slug, String workspace, SupportRow access) {
    }

    /**
     * Asks the practitioner of a workspace to be let in. Refused with {@code support.no_reason}, {@code support.no_workspace} or, while an earlier
     * request waits, {@code support.asked_already}.
     *
     * @param slug the workspace's word in addresses
     */
    @RolesAllowed(Role.OPERATOR)
    public void ask(String slug, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new BusinessRuleViolation("support.no_reason");
        }
        try (Connection connection = database.getConnection()) {
            UUID workspace = workspace(connection, slug);
            try (PreparedStatement insert = connection.prepareStatement("insert into support_access (id, workspace_id, operator_id, reason, status, asked_at) "
                + "values (?, ?, ?, ?, 'asked', ?) on conflict do nothing")) {
                insert.setObject(1, Ids.next());
                insert.setObject(2, workspace);
                insert.setObject(3, caller.accountId());
                insert.setString(4, reason.strip());
                insert.setTimestamp(5, Timestamp.from(clock.instant()));
                if (insert.executeUpdate() == 0) {
                    throw new BusinessRuleViolation("support.asked_already");
                }
            }
            try (PreparedStatement noted = connection.prepareStatement("select support_noted('support.asked', ?, ?)")) {
                noted.setObject(1, caller.accountId());
                noted.setObject(2, workspace);
                noted.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the operator's database could not be asked", e);
        }
    }

    /** The last fifty accesses of the operator who asks, newest first. */
    @RolesAllowed(Role.OPERATOR)
    public List<Mine> mine() {
        List<Mine> rows = new ArrayList<>();
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
            PreparedStatement query = connection.prepareStatement("select a.*, w.slug, w.name from support_access a join workspace w on w.id = a.workspace_id "
                + "where a.operator_id = ? order by coalesce(a.decided_at, a.asked_at) desc limit " + MOST)) {
            query.setObject(1, caller.accountId());
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    Instant expires = at(found, "expires_at");
                    boolean active = "granted".equals(found.getString("status")) && now.isBefore(expires);
                    rows.add(new Mine(found.getString("slug"), found.getString("name"), new SupportRow(found.getObject("id", UUID.class), caller.email(),
                        found.getString("reason"), found.getString("status"), at(found, "asked_at"), at(found, "decided_at"), expires,
                        at(found, "revoked_at"), at(found, "last_used_at"), active)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the operator's database could not be asked", e);
        }
        return rows;
    }

    private static UUID workspace(Connection connection, String slug) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select id from workspace where slug = ?::citext and status in ('open', 'suspended', 'closing')")) {
            query.setString(1, slug == null ? "" : slug.strip());
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    throw new BusinessRuleViolation("support.no_workspace");
                }
                return found.getObject(1, UUID.class);
            }
        }
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
