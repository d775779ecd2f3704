package app.entente.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.file.FileRow;
import app.entente.file.Files;
import app.entente.identity.Accounts;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.person.PersonDetails;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules 1 to 5 of the tenant package: each lock with the other one removed, then both together as the features use them. */
class TwoLocksIT {

    private static UUID mine;
    private static UUID theirs;
    private static UUID myPerson;
    private static UUID theirPerson;
    private static UUID theirFile;

    @BeforeAll
    static void two_practices_with_a_client_each() throws Exception {
        mine = RealDatabase.get().newWorkspace("CA-QC");
        theirs = RealDatabase.get().newWorkspace("FR");
        UUID myFile = open(mine, "Ada");
        theirFile = open(theirs, "Basile");
        myPerson = InWorkspace.practitioner(mine).call(() -> Features.get(Files.class).client(myFile).getId());
        theirPerson = InWorkspace.practitioner(theirs).call(() -> Features.get(Files.class).client(theirFile).getId());
    }

    private static UUID open(UUID workspace, String name) throws Exception {
        PersonDetails details = new PersonDetails();
        details.setGivenName(name);
        details.setFamilyName("Example");
        return InWorkspace.practitioner(workspace).call(() -> Features.get(Files.class).open(details, ""));
    }

    /** Plain SQL as the application's role: no EclipseLink, so no discriminator. */
    @Nested
    class Row_security_alone {

        @Test
        void shows_no_row_of_another_workspace() throws SQLException {
            in(mine, statement -> {
                assertThat(RealDatabase.rows(statement.getConnection(), "select id from person")).containsExactly(List.of(myPerson.toString()));
                assertThat(RealDatabase.rows(statement.getConnection(), "select id from person where id = '" + theirPerson + "'")).isEmpty();
            });
        }

        @Test
        void refuses_a_row_written_for_another_workspace() throws SQLException {
            in(mine, statement -> assertThatThrownBy(() -> statement.execute(insertPerson("tenant_id, ", "'" + theirs + "', ")))
                .hasMessageContaining("row-level security"));
        }

        @Test
        void refuses_to_move_a_row() throws SQLException {
            in(mine, statement -> assertThatThrownBy(() -> statement.execute("update person set tenant_id = '" + theirs + "'"))
                .hasMessageContaining("row-level security"));
        }

        @Test
        void changes_no_row_of_another_workspace() throws SQLException {
            in(mine, statement -> assertThat(statement.executeUpdate("update person set city = 'X' where id = '" + theirPerson + "'")).isZero());
        }

        @Test
        void refuses_a_key_that_leads_to_another_workspace() throws SQLException {
            in(mine, statement -> {
                List<List<String>> file = RealDatabase.rows(statement.getConnection(), "select id from client_file");
                assertThatThrownBy(() -> statement.execute("insert into participant (id, file_id, person_id, capacity, since) values ('" + UUID.randomUUID()
                    + "', '" + file.get(0).get(0) + "', '" + theirPerson + "', 'relative', current_date)")).hasMessageContaining("foreign key");
            });
        }

        @Test
        void is_an_error_and_not_an_empty_answer_where_no_workspace_is_set() throws SQLException {
            try (Connection fresh = RealDatabase.get().connect(As.APPLICATION)) {
                List<List<String>> tables = RealDatabase.rows(fresh, "select tablename from pg_tables where schemaname = 'public' and tablename in "
                    + "(select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid)");
                assertThat(tables).hasSizeGreaterThan(20);
                for (List<String> table : tables) {
                    assertThatThrownBy(() -> RealDatabase.rows(fresh, "select * from " + table.get(0))).as(table.get(0)).hasMessageContaining("app.tenant");
                }
                assertThatThrownBy(() -> RealDatabase.rows(fresh, insertPerson("", "") + " returning id")).hasMessageContaining("app.tenant");
            }
        }

        @Test
        void is_an_error_again_once_the_transaction_has_ended() throws SQLException {
            try (Connection pooled = RealDatabase.get().connect(As.APPLICATION); Statement statement = pooled.createStatement()) {
                pooled.setAutoCommit(false);
                statement.execute("select set_config('app.tenant', '" + mine + "', true)");
                assertThat(RealDatabase.rows(pooled, "select id from person")).hasSize(1);
                pooled.commit();
                assertThatThrownBy(() -> RealDatabase.rows(pooled, "select id from person")).hasMessageContaining("uuid");
                pooled.rollback();
            }
        }

        @Test
        void holds_for_the_owner_too() throws SQLException {
            try (Connection owner = RealDatabase.get().connect(As.OWNER); Statement statement = owner.createStatement()) {
                statement.execute("select set_config('app.tenant', '" + mine + "', false)");
                assertThat(RealDatabase.rows(owner, "select id from person")).hasSize(1);
            }
        }

        @Test
        void shows_the_operator_nothing_at_all() throws SQLException {
            try (Connection operator = RealDatabase.get().connect(As.OPERATOR); Statement statement = operator.createStatement()) {
                statement.execute("select set_config('app.tenant', '" + mine + "', false)");
                assertThatThrownBy(() -> RealDatabase.rows(operator, "select id from person")).hasMessageContaining("permission denied");
                assertThat(RealDatabase.rows(operator, "select id from workspace")).isNotEmpty();
            }
        }

        private void in(UUID tenant, Work work) throws SQLException {
            try (Connection connection = RealDatabase.get().connect(As.APPLICATION); Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("select set_config('app.tenant', '" + tenant + "', true)");
                work.with(statement);
                connection.rollback();
            }
        }

        private String insertPerson(String column, String value) {
            return "insert into person (" + column + "id, given_name, family_name, address_form, language, created_at) values (" + value + "'"
                + UUID.randomUUID() + "', 'A', 'B', 'tu', 'fr', now())";
        }
    }

    /** The features' unit connected as a superuser: PostgreSQL lets everything pass, so only the discriminator is left. */
    @Nested
    class The_discriminator_alone {

        @Test
        void row_security_is_really_out_of_the_way() throws SQLException {
            try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
                assertThat(RealDatabase.rows(superuser, "select id from person where id in ('" + myPerson + "', '" + theirPerson + "')")).hasSize(2);
            }
        }

        @Test
        void find_reads_no_row_of_another_workspace() throws Exception {
            assertThat(alone(em -> em.find(Person.class, myPerson))).isNotNull();
            assertThat(alone(em -> em.find(Person.class, theirPerson))).isNull();
        }

        @Test
        void queries_joins_subqueries_and_counts_stay_inside() throws Exception {
            assertThat(alone(em -> em.createQuery("select p.id from Person p", UUID.class).getResultList())).isEqualTo(List.of(myPerson));
            assertThat(alone(em -> em.createQuery("select count(p) from Person p", Long.class).getSingleResult())).isEqualTo(1L);
            assertThat(alone(em -> em.createQuery("select count(f) from ClientFile f, Participant t, Person p where t.fileId = f.id and p.id = t.personId",
                Long.class).getSingleResult())).isEqualTo(1L);
            assertThat(alone(em -> em.createQuery("select p.id from Person p where p.id in (select t.personId from Participant t)", UUID.class).getResultList()))
                .isEqualTo(List.of(myPerson));
        }

        @Test
        void bulk_changes_stay_inside() throws Exception {
            assertThat(alone(em -> em.createQuery("update Person p set p.details.city = 'Elsewhere'").executeUpdate())).isEqualTo(1);
            assertThat(cityOf(theirPerson)).isNull();
            UUID emptied = RealDatabase.get().newWorkspace("FR");
            open(emptied, "Chloé");
            int deleted = Features.withoutRowSecurity(() -> InWorkspace.nobody(emptied)
                .query(em -> em.createQuery("delete from Participant t").executeUpdate()));
            assertThat(deleted).isEqualTo(1);
            assertThat(InWorkspace.practitioner(theirs).call(() -> Features.get(Files.class).client(theirFile).getId())).isEqualTo(theirPerson);
        }

        @Test
        void a_change_by_key_stays_inside() throws Exception {
            assertThat(alone(em -> em.createQuery("update Person p set p.details.city = 'X' where p.id = :id").setParameter("id", theirPerson).executeUpdate())).isEqualTo(0);
            assertThat(cityOf(theirPerson)).isNull();
        }

        @Test
        void a_boundary_stays_inside() throws Exception {
            List<FileRow> rows = Features.withoutRowSecurity(() -> InWorkspace.practitioner(mine).call(() -> Features.get(Files.class).page("")));
            assertThat(rows).extracting(FileRow::personId).containsExactly(myPerson);
        }

        @Test
        void native_sql_is_refused_where_no_reason_is_given() {
            assertThatThrownBy(() -> alone(em -> em.createNativeQuery("select id from person").getResultList())).hasMessageContaining("ative SQL");
        }

        @Test
        void there_is_no_query_without_a_workspace() {
            assertThatThrownBy(() -> Features.withoutRowSecurity(() -> InWorkspace.platform().unlocked(em ->
                em.createQuery("select p from Person p", Person.class).getResultList()))).isInstanceOf(RuntimeException.class);
        }

        private Object alone(java.util.function.Function<jakarta.persistence.EntityManager, ?> work) throws Exception {
            return Features.withoutRowSecurity(() -> InWorkspace.nobody(mine).query(work));
        }
    }

    private static String cityOf(UUID person) throws SQLException {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            return RealDatabase.rows(superuser, "select city from person where id = '" + person + "'").get(0).get(0);
        }
    }

    /** Both, as in the server. */
    @Nested
    class Together {

        @Test
        void what_another_workspace_has_read_before_is_not_answered_from_a_cache() throws Exception {
            assertThat(InWorkspace.nobody(theirs).<Person>query(em -> em.find(Person.class, theirPerson))).isNotNull();
            assertThat(InWorkspace.nobody(mine).<Person>query(em -> em.find(Person.class, theirPerson))).isNull();
        }

        @Test
        void no_entity_is_kept_in_a_shared_cache() throws Exception {
            List<String> shared = InWorkspace.platform().unlocked(em -> em.unwrap(Session.class).getDescriptors().values().stream()
                .filter(descriptor -> !descriptor.isAggregateDescriptor() && !descriptor.getCachePolicy().isIsolated())
                .map(descriptor -> descriptor.getJavaClass().getSimpleName()).toList());
            assertThat(shared).isEmpty();
        }

        @Test
        void no_connection_remembers_a_workspace_once_its_transaction_has_ended() throws Exception {
            for (int i = 0; i < 10; i++) {
                InWorkspace.practitioner(mine).call(() -> Features.get(People.class).known(myPerson));
                Object left = InWorkspace.platform().unlocked(em -> em.createNativeQuery("select coalesce(current_setting('app.tenant', true), '') || coalesce(current_setting('app.read_only', true), '')")
                    .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getSingleResult());
                assertThat(left).isEqualTo("");
            }
        }

        @Test
        void no_workspace_is_an_error() {
            assertThatThrownBy(() -> InWorkspace.platform().call(() -> Features.get(People.class).known(myPerson)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("no workspace");
        }

        @Test
        void a_second_workspace_in_one_transaction_is_refused() {
            assertThatThrownBy(() -> InWorkspace.nobody(mine).inOneTransaction(() -> {
                Features.get(People.class).known(myPerson);
                Features.get(InTenant.class).run(theirs, () -> Features.get(People.class).known(theirPerson));
                return null;
            })).isInstanceOf(IllegalStateException.class).hasMessageContaining("one workspace");
        }

        @Test
        void background_work_serves_several_workspaces_in_turn() throws Exception {
            List<String> names = new ArrayList<>();
            InWorkspace.platform().run(() -> {
                Features.get(InTenant.class).run(mine, () -> names.add(Features.get(People.class).known(myPerson).getName()));
                Features.get(InTenant.class).run(theirs, () -> names.add(Features.get(People.class).known(theirPerson).getName()));
            });
            assertThat(names).containsExactly("Ada Example", "Basile Example");
        }

        @Test
        void two_hundred_mixed_calls_over_a_few_connections_never_meet() throws Exception {
            Random dice = new Random(20261122);
            ExecutorService people = Executors.newFixedThreadPool(2);
            try {
                List<Future<String>> calls = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    boolean first = dice.nextBoolean();
                    int kind = dice.nextInt(4);
                    calls.add(people.submit(() -> visit(first, kind)));
                }
                for (Future<String> call : calls) {
                    assertThat(call.get()).isEqualTo("as it should be");
                }
            } finally {
                people.shutdownNow();
            }
        }

        @Test
        void half_of_them_thrown_out_in_the_middle_leave_the_others_alone() throws Exception {
            Random dice = new Random(20261122);
            ExecutorService people = Executors.newFixedThreadPool(2);
            try {
                List<Future<String>> calls = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    boolean first = dice.nextBoolean();
                    boolean thrown = i % 2 == 0;
                    int kind = dice.nextInt(3);
                    calls.add(people.submit(() -> thrown ? thrownOut(first) : visit(first, kind)));
                }
                for (Future<String> call : calls) {
                    assertThat(call.get()).isEqualTo("as it should be");
                }
            } finally {
                people.shutdownNow();
            }
            assertThat(cityOf(myPerson)).isNull();
            assertThat(cityOf(theirPerson)).isNull();
        }

        /** Has read and written when it fails: nothing of it may stay, neither the rows nor the setting. */
        private String thrownOut(boolean first) {
            UUID own = first ? myPerson : theirPerson;
            UUID here = first ? mine : theirs;
            boolean refused = refused(() -> InWorkspace.nobody(here).query(em -> {
                em.createQuery("update Person p set p.details.city = 'Nowhere' where p.id = :id").setParameter("id", own).executeUpdate();
                throw new IllegalStateException("the transaction is undone on purpose");
            }));
            return refused ? "as it should be" : "nothing was thrown";
        }

        @Test
        void the_places_of_an_account_are_told_for_that_account_alone() throws Exception {
            UUID worker = UUID.randomUUID();
            UUID client = UUID.randomUUID();
            try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
                for (UUID account : List.of(worker, client)) {
                    statement.execute("insert into account (id, subject, email) values ('" + account + "', '" + account + "', '" + account + "@demo.example')");
                }
                statement.execute("insert into membership (tenant_id, id, account_id, role) values ('" + mine + "', gen_random_uuid(), '" + worker + "', 'owner')");
                statement.execute("insert into portal_access (tenant_id, id, person_id, account_id) values ('" + theirs + "', gen_random_uuid(), '" + theirPerson
                    + "', '" + client + "')");
            }
            assertThat(placesOf(worker)).containsExactly("practice w-" + mine);
            assertThat(placesOf(client)).containsExactly("client w-" + theirs);
            assertThat(placesOf(UUID.randomUUID())).isEmpty();
        }

        private List<String> placesOf(UUID account) throws Exception {
            return InWorkspace.platform().call(() -> Features.get(Accounts.class).placesOf(account).stream().map(place -> place.part() + " " + place.slug()).toList());
        }

        private String visit(boolean first, int kind) throws Exception {
            InWorkspace here = InWorkspace.practitioner(first ? mine : theirs);
            UUID own = first ? myPerson : theirPerson;
            UUID foreign = first ? theirPerson : myPerson;
            Callable<Boolean> fits = switch (kind) {
                case 0 -> () -> Features.get(Files.class).page("").stream().map(FileRow::personId).toList().equals(List.of(own));
                case 1 -> () -> Features.get(People.class).find(own).getId().equals(own);
                case 2 -> () -> refused(() -> Features.get(People.class).find(foreign));
                default -> () -> refused(() -> InWorkspace.nobody(first ? mine : theirs).inOneTransaction(() -> {
                    Features.get(People.class).known(own);
                    throw new IllegalStateException("the transaction is undone on purpose");
                }));
            };
            return here.call(fits) ? "as it should be" : "kind " + kind + " went wrong";
        }

        private boolean refused(Callable<?> work) {
            try {
                work.call();
                return false;
            } catch (Exception e) {
                return true;
            }
        }
    }

    private interface Work {
        void with(Statement statement) throws SQLException;
    }
}
