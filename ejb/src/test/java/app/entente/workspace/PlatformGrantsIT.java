package app.entente.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the operator's role may reach in the database, read from the database itself. */
class PlatformGrantsIT {

    private final RealDatabase database = RealDatabase.get();

    @Test
    void the_operator_reaches_workspaces_accounts_operators_and_support_and_nothing_else() throws SQLException {
        assertThat(strings("""
            select c.relname || ' ' || p.privilege
              from pg_class c join pg_namespace n on n.oid = c.relnamespace,
                   unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as p (privilege)
             where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f')
               and has_table_privilege('entente_operator', c.oid, p.privilege)
             order by 1"""))
            .containsExactly("account SELECT", "audit_anchor INSERT", "audit_anchor SELECT", "erase_certificate SELECT", "law_text SELECT", "operator INSERT", "operator SELECT", "plan INSERT", "plan SELECT", "plan UPDATE",
                "platform_event SELECT", "platform_head SELECT", "platform_mail INSERT", "reconciliation SELECT",
                "reconciliation_finding SELECT", "retired_slug SELECT", "support_access INSERT", "support_access SELECT",
                "workspace INSERT", "workspace SELECT",
                "workspace UPDATE", "workspace_request SELECT", "workspace_request UPDATE", "workspace_usage SELECT");
    }

    @Test
    void not_even_a_single_column_of_another_table_is_granted_to_the_operator() throws SQLException {
        assertThat(strings("""
            select distinct c.relname::text
              from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
             where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f') and not a.attisdropped
               and has_column_privilege('entente_operator', c.oid, a.attnum, 'SELECT')
             order by 1"""))
            .containsExactly("account", "audit_anchor", "erase_certificate", "law_text", "operator", "plan", "platform_event", "platform_head", "reconciliation", "reconciliation_finding",
                "retired_slug", "support_access", "workspace",
                "workspace_request", "workspace_usage");
    }

    @Test
    void what_the_operator_reads_is_nowhere_part_of_a_workspace() throws SQLException {
        assertThat(strings("""
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
             where c.relnamespace = 'public'::regnamespace and has_any_column_privilege('entente_operator', c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')""")).isEmpty();
    }

    @Test
    void the_operator_calls_the_functions_of_the_console_and_no_other_that_looks_further() throws SQLException {
        assertThat(strings("""
            select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
               and has_function_privilege('entente_operator', p.oid, 'EXECUTE') order by 1"""))
            .containsExactly("append_platform_event(text,uuid,uuid,text)", "ask_of_workspace(uuid,text)", "audit_heads()", "erase_workspace(uuid,text,uuid,date)",
                "forget_requests(date)", "outbox_troubles(uuid)", "retry_command(uuid)");
    }

    @Test
    void the_operator_is_refused_a_client_file_and_a_document() throws SQLException {
        try (Connection connection = database.connect(As.OPERATOR); Statement statement = connection.createStatement()) {
            for (String table : List.of("person", "client_file", "stored_document", "tenant_key", "membership")) {
                assertThatThrownBy(() -> statement.executeQuery("select * from " + table)).isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            }
        }
    }

    private List<String> strings(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect(As.OPERATOR); Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
