package app.entente.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.file.Files;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.person.Person;
import app.entente.person.PersonDetails;
import app.entente.testing.Border;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rule 6 of the tenant package: each fence of the read-only lock with the other one removed, then both together. */
class ReadOnlyLockIT {

    private static UUID workspace;
    private static UUID file;
    private static UUID person;

    @BeforeAll
    static void a_practice_with_a_client() throws Exception {
        workspace = RealDatabase.get().newWorkspace("CA-QC");
        file = InWorkspace.practitioner(workspace).call(() -> Features.get(Files.class).open(details("Ada"), ""));
        person = InWorkspace.practitioner(workspace).call(() -> Features.get(Files.class).client(file).getId());
    }

    private static PersonDetails details(String name) {
        PersonDetails details = new PersonDetails();
        details.setGivenName(name);
        details.setFamilyName("Example");
        return details;
    }

    /** Plain SQL as the application's role: no entity, so no listener. */
    @Nested
    class PostgreSQL_alone {

        @Test
        void lets_read_even_with_a_lock() throws SQLException {
            in("on", statement -> {
                assertThat(RealDatabase.rows(statement.getConnection(), "select id from person")).hasSize(1);
                assertThat(RealDatabase.rows(statement.getConnection(), "select id from person for update")).hasSize(1);
            });
        }

        @Test
        void refuses_a_new_row() throws SQLException {
            in("on", statement -> assertThatThrownBy(() -> statement.execute(insert())).hasMessageContaining("frame.read_only"));
            in("off", statement -> assertThat(statement.executeUpdate(insert())).isEqualTo(1));
        }

        @Test
        void refuses_a_changed_row() throws SQLException {
            String update = "update person set city = 'Elsewhere'";
            in("on", statement -> assertThatThrownBy(() -> statement.execute(update)).hasMessageContaining("frame.read_only"));
            in("off", statement -> assertThat(statement.executeUpdate(update)).isEqualTo(1));
        }

        @Test
        void refuses_to_delete_and_does_not_merely_find_nothing() throws SQLException {
            String setUp = "insert into practice_text (id, part, position) values ('" + UUID.randomUUID() + "', 'tool', 1)";
            in("off", statement -> {
                statement.execute(setUp);
                statement.execute("select set_config('app.read_only', 'on', true)");
                assertThatThrownBy(() -> statement.execute("delete from practice_text")).hasMessageContaining("frame.read_only");
            });
        }

        @Test
        void lets_be_written_what_is_written_always() throws SQLException {
            in("on", statement -> assertThatThrownBy(() -> statement.execute("insert into evidence_event (id, signing_id, sequence, at, kind, body, previous, hash) "
                + "values (gen_random_uuid(), gen_random_uuid(), 1, now(), 'x', '', repeat('0', 64), repeat('0', 64))")).hasMessageContaining("foreign key"));
        }

        private void in(String readOnly, Work work) throws SQLException {
            try (Connection connection = RealDatabase.get().connect(As.APPLICATION); Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("select set_config('app.tenant', '" + workspace + "', true), set_config('app.read_only', '" + readOnly + "', true)");
                work.with(statement);
                connection.rollback();
            }
        }

        private String insert() {
            return "insert into person (id, given_name, family_name, address_form, language, created_at) values ('" + UUID.randomUUID()
                + "', 'A', 'B', 'tu', 'fr', now())";
        }
    }

    /** The features' unit connected as a superuser: PostgreSQL lets everything pass, so only the listener is left. */
    @Nested
    class The_listener_alone {

        @Test
        void refuses_a_new_row() {
            refused(() -> Features.get(Files.class).open(details("Basile"), ""));
        }

        @Test
        void refuses_a_changed_row() {
            refused(() -> {
                Features.get(Files.class).correctClient(file, details("Chloé"), Features.get(Files.class).client(file).getVersion());
                return null;
            });
        }

        @Test
        void refuses_a_removed_row() {
            refused(() -> InWorkspace.nobody(workspace).query(em -> {
                em.remove(em.find(Person.class, person));
                return null;
            }));
        }

        private void refused(java.util.concurrent.Callable<?> work) {
            assertThatThrownBy(() -> Features.withoutRowSecurity(() -> InWorkspace.practitioner(workspace).reading(work)))
                .satisfies(thrown -> assertThat(cause(thrown).code()).isEqualTo("frame.read_only"));
        }
    }

    /** Both, as in the server. */
    @Nested
    class Together {

        @Test
        void a_request_that_may_only_read_reads() throws Exception {
            assertThat(InWorkspace.practitioner(workspace).<Integer>reading(() -> Features.get(Files.class).page("").size())).isEqualTo(1);
        }

        @Test
        void a_request_that_may_only_read_changes_nothing() throws Exception {
            assertThatThrownBy(() -> InWorkspace.practitioner(workspace).reading(() -> Features.get(Files.class).open(details("Basile"), "")))
                .satisfies(thrown -> assertThat(cause(thrown).code()).isEqualTo("frame.read_only"));
            assertThat(InWorkspace.practitioner(workspace).<Integer>call(() -> Features.get(Files.class).page("").size())).isEqualTo(1);
        }

        @Test
        void a_bulk_change_which_no_listener_sees_is_refused_by_postgresql() {
            assertThatThrownBy(() -> InWorkspace.practitioner(workspace).reading(() -> InWorkspace.practitioner(workspace).inOneTransaction(() -> {
                Features.get(Files.class).page("");
                return Features.get(jakarta.persistence.EntityManager.class).createQuery("update Person p set p.details.city = 'X'").executeUpdate();
            }))).hasMessageContaining("frame.read_only");
        }

        @Test
        void one_transaction_is_not_both() {
            assertThatThrownBy(() -> InWorkspace.practitioner(workspace).inOneTransaction(() -> {
                Features.get(Files.class).page("");
                Features.get(CurrentTenant.class).onlyRead();
                return Features.get(Files.class).page("");
            })).isInstanceOf(IllegalStateException.class).hasMessageContaining("one way to be in it");
        }

        @Test
        void background_work_in_another_workspace_is_not_held_back_and_the_request_still_is() throws Exception {
            UUID other = RealDatabase.get().newWorkspace("FR");
            Boolean after = InWorkspace.nobody(workspace).reading(() -> {
                Features.get(InTenant.class).run(other, () -> assertThat(Features.get(CurrentTenant.class).readOnly()).isFalse());
                Features.get(InTenant.class).run(workspace, () -> assertThat(Features.get(CurrentTenant.class).readOnly()).isTrue());
                return Features.get(CurrentTenant.class).readOnly();
            });
            assertThat(after).isTrue();
        }

        @Test
        void what_is_written_always_is_the_same_for_both_fences() {
            Set<String> entities = Features.classes().stream().filter(type -> type.isAnnotationPresent(WrittenAlways.class) && type.isAnnotationPresent(Entity.class))
                .map(type -> type.getAnnotation(Table.class).name()).collect(Collectors.toCollection(TreeSet::new));
            Set<String> mapped = Features.classes().stream().filter(type -> type.isAnnotationPresent(Table.class))
                .map(type -> type.getAnnotation(Table.class).name()).collect(Collectors.toSet());
            assertThat(entities).isEqualTo(Border.writtenAlways().stream().filter(mapped::contains).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static BusinessRuleViolation cause(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessRuleViolation refused) {
                return refused;
            }
        }
        throw new AssertionError("not refused by a rule", thrown);
    }

    private interface Work {
        void with(Statement statement) throws SQLException;
    }
}
