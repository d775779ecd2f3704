package app.entente.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** The database in the operator's own role (rule 1). Callers have no transaction of the application's around them. */
@ApplicationScoped
class OperatorDatabase {

    @Resource(lookup = "java:app/jdbc/operator")
    DataSource source;

    /** Does the work in one transaction, which is undone when it throws. */
    <T> T inOne(Function<OperatorStatements, T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.apply(new OperatorStatements(connection));
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the operator's database could not be asked", e);
        }
    }
}
