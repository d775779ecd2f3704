package app.entente.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import jakarta.annotation.sql.DataSourceDefinition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLException;

/** An error of the database ends up in a log, and nothing that people wrote may go with it. */
class DatabasesIT {

    @Test
    void an_error_of_any_data_source_says_which_rule_refused_a_row_and_nothing_of_the_row() throws SQLException {
        UUID tenant = RealDatabase.get().newWorkspace("FR");
        for (DataSourceDefinition definition : Databases.class.getAnnotationsByType(DataSourceDefinition.class)) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(RealDatabase.get().url());
            for (String property : definition.properties()) {
                if (!property.startsWith("fish.payara.")) {
                    source.setProperty(property.replaceFirst("=.*", ""), property.replaceFirst(".*?=", ""));
                }
            }

            // PostgreSQL itself keeps quiet of rows behind a policy: one that stands before them is refused.
            try (Connection connection = source.getConnection(As.APPLICATION.role(), ""); Statement sql = connection.createStatement()) {
                PSQLException refused = catchThrowableOfType(PSQLException.class, () -> sql.execute("insert into workspace (id, slug, name, status, jurisdiction, zone, "
                    + "language) values ('" + tenant + "', 'odile', 'Odile', 'open', 'FR', 'Europe/Paris', 'fr')"));
                assertThat(refused.getMessage()).as(definition.name()).contains("workspace_pkey").doesNotContain(tenant.toString());
            }
        }
    }

    @Test
    void postgresql_logs_neither_rows_nor_statements_of_an_error() throws SQLException {
        for (As role : As.values()) {
            if (role != As.SUPERUSER) {
                try (Connection connection = RealDatabase.get().connect(role); Statement sql = connection.createStatement()) {
                    for (String setting : Arrays.asList("log_error_verbosity terse", "log_min_error_statement panic")) {
                        String[] words = setting.split(" ");
                        try (ResultSet shown = sql.executeQuery("show " + words[0])) {
                            shown.next();
                            assertThat(shown.getString(1)).as(role + " " + words[0]).isEqualTo(words[1]);
                        }
                    }
                }
            }
        }
    }
}
