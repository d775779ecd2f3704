package app.entente.audit;

import app.entente.identity.Role;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import javax.sql.DataSource;

/** The chain of what the platform and its operators did, checked in the operator's own role (rule 6). */
@Stateless
@PlatformUseCases
public class PlatformChain {

    @Resource(lookup = "java:app/jdbc/operator")
    private DataSource database;

    /** Checks every link of it. */
    @RolesAllowed(Role.OPERATOR)
    public ChainVerdict check() {
        try (Connection connection = database.getConnection();
            PreparedStatement query = connection.prepareStatement("select entries, since, first_broken from platform_check()");
            ResultSet row = query.executeQuery()) {
            row.next();
            Timestamp since = row.getTimestamp("since");
            return new ChainVerdict(row.getLong("entries"), since == null ? null : since.toInstant(), row.getObject("first_broken", Long.class));
        } catch (SQLException e) {
            throw new IllegalStateException("the operator's database could not be asked", e);
        }
    }
}
