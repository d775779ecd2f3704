package app.entente.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.file.Files;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.meeting.Meetings;
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
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 1 to 5 of the audit package, on the real database: what leaves an entry, what does not, and who may write. */
class AuditTrailIT {

    private UUID workspace;
    private InWorkspace practitioner;

    @BeforeEach
    void an_empty_workspace() {
        workspace = RealDatabase.get().newWorkspace("CA-QC");
        practitioner = InWorkspace.practitioner(workspace);
    }

    @Test
    void what_is_done_leaves_who_what_and_about_whom() throws Exception {
        UUID file = open("Ada");
        String person = one("select person_id from participant where tenant_id = '" + workspace + "'");
        assertThat(entries("seq, kind, actor_id, actor_role, subject_id, file_id, person_id")).containsExactly(
            List.of("1", "file.begun", practitioner.account().toString(), "practitioner", file.toString(), file.toString(), person));
        assertThat(one("select body from audit_detail where tenant_id = '" + workspace + "'")).contains("203.0.113.7", "Test browser");
        assertThat(entries("e::text").toString()).doesNotContain("Ada", "Example", "203.0.113");
    }

    @Test
    void the_same_reading_within_a_minute_is_one_entry_and_another_person_s_is_another() throws Exception {
        UUID file = open("Ada");
        for (int i = 0; i < 3; i++) {
            practitioner.run(() -> {
                Features.get(Files.class).find(file);
                Features.get(Files.class).client(file);
            });
        }
        InWorkspace.practitioner(workspace).run(() -> Features.get(Files.class).find(file));
        assertThat(entries("kind")).containsExactly(List.of("file.begun"), List.of("file.opened"), List.of("file.opened"));
        assertThat(entries("actor_id").get(2)).isNotEqualTo(entries("actor_id").get(1));
    }

    @Test
    void several_use_cases_of_one_transaction_are_linked_in_their_order() throws Exception {
        UUID file = open("Ada");
        practitioner.inOneTransaction(() -> {
            Features.get(Files.class).find(file);
            return Features.get(Files.class).open(details("Basile"), "");
        });
        assertThat(entries("kind")).containsExactly(List.of("file.begun"), List.of("file.opened"), List.of("file.begun"));
        assertThat(entries("previous").get(1)).isEqualTo(entries("hash").get(0));
        assertThat(broken()).isEmpty();
    }

    @Test
    void what_is_refused_or_undone_leaves_nothing() throws Exception {
        UUID file = open("Ada");
        assertThatThrownBy(() -> practitioner.run(() -> Features.get(Files.class).find(UUID.randomUUID()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> practitioner.run(() -> Features.get(Meetings.class).hold(UUID.randomUUID()))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> practitioner.inOneTransaction(() -> {
            Features.get(Files.class).find(file);
            throw new BusinessRuleViolation("test.undone");
        })).isInstanceOf(BusinessRuleViolation.class);
        assertThat(entries("kind")).containsExactly(List.of("file.begun"));
    }

    @Test
    void a_use_case_called_by_another_one_adds_nothing() throws Exception {
        UUID file = open("Ada");
        practitioner.run(() -> Features.get(Files.class).correctClient(file, details("Adèle"), 1));
        assertThat(entries("kind")).containsExactly(List.of("file.begun"), List.of("file.corrected"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "insert into audit_event (seq, at, kind, actor_role, commitment, previous, hash) values (9, now(), 'a.b', 'system', sha256('a'), sha256('a'), sha256('a'))",
        "update audit_event set kind = 'a.b'", "delete from audit_event", "truncate audit_event",
        "update audit_head set seq = 99", "delete from audit_head", "insert into audit_head (seq, hash) values (0, sha256('a'))",
        "update audit_detail set body = ''", "delete from audit_detail", "set role entente_scribe"})
    void the_application_can_only_ask_for_an_entry(String sql) throws Exception {
        open("Ada");
        try (Connection application = in(As.APPLICATION); Statement statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class).hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_event set kind = 'a.b'", "delete from audit_event", "truncate audit_event cascade", "delete from audit_head",
        "truncate audit_head", "update audit_head set seq = 1", "update audit_detail set body = ''"})
    void the_owner_of_the_tables_is_refused_by_triggers(String sql) throws Exception {
        open("Ada");
        try (Connection owner = in(As.OWNER); Statement statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class).hasMessageMatching("(?s).*(only added to|only moves on).*");
        }
    }

    @Test
    void the_function_adds_to_the_current_workspace_alone_and_to_none_when_none_is_set() throws Exception {
        UUID other = RealDatabase.get().newWorkspace("FR");
        String call = "select audit_append('[{\"kind\": \"a.b\", \"role\": \"system\", \"detail\": \"\", \"reading\": false, \"tenant\": \"" + other + "\"}]')";
        try (Connection application = in(As.APPLICATION)) {
            RealDatabase.rows(application, call);
        }
        assertThat(entries("kind")).containsExactly(List.of("a.b"));
        try (Connection application = RealDatabase.get().connect(As.APPLICATION)) {
            assertThatThrownBy(() -> RealDatabase.rows(application, call)).hasMessageContaining("app.tenant");
        }
    }

    @Test
    void fifty_transactions_at_once_leave_no_gap_and_no_fork() throws Exception {
        UUID file = open("Ada");
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Future<UUID>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int number = i;
                all.add(people.submit(() -> InWorkspace.practitioner(workspace).inOneTransaction(() -> {
                    Features.get(Files.class).find(file);
                    return number % 2 == 0 ? Features.get(Files.class).open(details("Person " + number), "") : file;
                })));
            }
            for (Future<UUID> each : all) {
                each.get();
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(one("select count(*) || ' ' || max(seq) || ' ' || count(distinct previous) from audit_event where tenant_id = '" + workspace + "'"))
            .isEqualTo("76 76 76");
        assertThat(broken()).isEmpty();
        assertThat(one("select h.seq || ' ' || (h.hash = e.hash) from audit_head h join audit_event e using (tenant_id, seq) where tenant_id = '" + workspace + "'"))
            .isEqualTo("76 true");
    }

    @Test
    void the_auditor_sees_every_chain_and_nothing_else() throws Exception {
        open("Ada");
        try (Connection auditor = RealDatabase.get().connect(As.AUDITOR)) {
            assertThat(RealDatabase.rows(auditor, "select seq from audit_event where tenant_id = '" + workspace + "'")).hasSize(1);
            for (String table : List.of("audit_detail", "person", "client_file", "account", "membership")) {
                assertThatThrownBy(() -> RealDatabase.rows(auditor, "select * from " + table)).hasMessageContaining("permission denied");
            }
        }
    }

    private UUID open(String name) throws Exception {
        return practitioner.call(() -> Features.get(Files.class).open(details(name), ""));
    }

    private static PersonDetails details(String name) {
        PersonDetails details = new PersonDetails();
        details.setGivenName(name);
        details.setFamilyName("Example");
        return details;
    }

    private List<List<String>> entries(String columns) throws SQLException {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            return RealDatabase.rows(superuser, "select " + columns + " from audit_event e where tenant_id = '" + workspace + "' order by seq");
        }
    }

    /** Sequence numbers whose hash or link does not hold. */
    private List<List<String>> broken() throws SQLException {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            return RealDatabase.rows(superuser, "select seq from (select e.seq, e.hash <> audit_event_hash(e) or e.previous <> lag(e.hash, 1, "
                + "decode(repeat('00', 32), 'hex')) over (order by e.seq) as bad from audit_event e where tenant_id = '" + workspace + "') x where bad");
        }
    }

    private String one(String sql) throws SQLException {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            return RealDatabase.rows(superuser, sql).get(0).get(0);
        }
    }

    private Connection in(As role) throws SQLException {
        Connection connection = RealDatabase.get().connect(role);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', '" + workspace + "', false)");
        }
        return connection;
    }
}
