package app.entente.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.config.AuditVerify;
import app.entente.file.Files;
import app.entente.person.PersonDetails;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 6 of the audit package, asked from outside: the command computes every hash by itself, as a role that reads chains and nothing else. */
class AuditVerifyIT {

    private UUID workspace;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void a_chain_of_five() throws Exception {
        workspace = RealDatabase.get().newWorkspace("FR");
        for (String name : new String[] {"Ada", "Basile", "Chloé", "Dan", "Élise"}) {
            PersonDetails details = new PersonDetails();
            details.setGivenName(name);
            details.setFamilyName("Example");
            InWorkspace.practitioner(workspace).run(() -> Features.get(Files.class).open(details, ""));
        }
    }

    @Test
    void a_sound_chain_ends_with_0_and_says_what_it_cannot_know() throws SQLException {
        assertThat(verify("--tenant", "w-" + workspace)).isZero();
        assertThat(words()).contains("w-" + workspace + ": sound, 5 entries, since 20").contains("cut off at its end");
    }

    @Test
    void what_the_database_hashed_is_what_the_command_hashes_for_entries_of_every_shape() throws Exception {
        InWorkspace.nobody(workspace).query(em -> em.createNativeQuery("select audit_append(cast('[{\"kind\": \"a.b\", \"role\": \"system\", \"detail\": \"é\", \"reading\": false}]' as jsonb))")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getSingleResult());
        assertThat(verify("--tenant", "w-" + workspace)).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        another kind      | update audit_event set kind = 'file.closed' where seq = 2          | 2
        another person    | update audit_event set person_id = gen_random_uuid() where seq = 4 | 4
        a microsecond     | update audit_event set at = at + interval '1 microsecond' where seq = 3 | 3
        another neighbour | update audit_event set previous = sha256('x') where seq = 5        | 5
        cut out           | delete from audit_event where seq = 3                              | 3
        cut off           | delete from audit_event where seq = 5                              | 5
        another head      | update audit_head set seq = 6 where seq = 5                        | 6
        """)
    void a_change_ends_with_1_and_names_the_first_that_does_not_hold(String change, String sql, int broken) throws SQLException {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql + " and tenant_id = '" + workspace + "'")).isEqualTo(1);
        }
        assertThat(verify("--tenant", "w-" + workspace)).isEqualTo(1);
        assertThat(words()).contains("BROKEN at entry " + broken + ":");
    }

    @Test
    void since_a_day_only_the_end_is_looked_at() throws SQLException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.executeUpdate("update audit_event set at = at - interval '3 days' where seq <= 2 and tenant_id = '" + workspace + "'");
        }
        assertThat(verify("--tenant", "w-" + workspace)).isEqualTo(1);
        assertThat(verify("--tenant", "w-" + workspace, "--since", today.minusDays(1).toString())).isZero();
        assertThat(words()).contains("sound, 3 entries").contains("were not looked at");
        assertThat(verify("--tenant", "w-" + workspace, "--since", today.plusDays(1).toString())).isZero();
    }

    @Test
    void every_workspace_is_looked_at_when_none_is_named() throws SQLException {
        verify();
        assertThat(words()).contains("w-" + workspace + ": sound, 5 entries");
    }

    @ParameterizedTest
    @CsvSource({"--tenant,nobody-s", "--since,yesterday", "--anything,else", "--tenant,"})
    void what_cannot_be_checked_ends_with_2(String option, String value) throws SQLException {
        assertThat(value == null ? verify(option) : verify(option, value)).isEqualTo(2);
    }

    private int verify(String... options) throws SQLException {
        said.reset();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        try (Connection auditor = RealDatabase.get().connect(As.AUDITOR)) {
            return AuditVerify.run(auditor, out, out, options);
        }
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
