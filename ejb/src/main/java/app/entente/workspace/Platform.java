package app.entente.workspace;

import app.entente.identity.Role;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The platform as its operator sees it. It speaks to the database in the operator's own role, which has no grant on any table that holds
 * content: what is said between a practitioner and a client cannot be read from here, whatever this class would ask.
 */
@Stateless
@PlatformUseCases
public class Platform {

    @Resource(lookup = "java:app/jdbc/operator")
    private DataSource database;

    /** Every workspace that was not erased, by name. */
    @RolesAllowed(Role.OPERATOR)
    public List<WorkspaceRow> workspaces() {
        List<WorkspaceRow> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
            PreparedStatement query = connection.prepareStatement(
                "select id, slug, name, status, plan, jurisdiction, opened_at from workspace where status <> 'erased' order by name, slug");
            ResultSet found = query.executeQuery()) {
            while (found.next()) {
                rows.add(new WorkspaceRow(found.getObject("id", UUID.class), found.getString("slug"), found.getString("name"), found.getString("status"),
                    found.getString("plan"), found.getString("jurisdiction"), found.getTimestamp("opened_at").toInstant()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the operator's database could not be asked", e);
        }
        return rows;
    }
}
