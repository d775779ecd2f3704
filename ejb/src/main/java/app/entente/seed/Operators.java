package app.entente.seed;

import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Appoints an operator of the platform, which only the operator's own database role may do. */
@Stateless
@PlatformUseCases
public class Operators {

    @Resource(lookup = "java:app/jdbc/operator")
    private DataSource database;

    /** Makes the account an operator; without effect when it already is one. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void appoint(UUID account) {
        try (Connection connection = database.getConnection();
            PreparedStatement insert = connection.prepareStatement("insert into operator (account_id) values (?) on conflict do nothing")) {
            insert.setObject(1, account);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the operator could not be appointed", e);
        }
    }
}
