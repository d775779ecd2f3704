package app.entente.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.config.AuditVerify;
import app.entente.identity.Role;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import jakarta.ejb.EJBAccessException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 6 of the audit package for the platform's own chain: the operator's screen and the command name the same entry. */
class PlatformChainIT {

    private final InWorkspace console = new InWorkspace(null, Set.of(Role.OPERATOR, Role.PERSON), InWorkspace.practitioner(UUID.randomUUID()).login(),
        UUID.randomUUID(), null);

    @BeforeEach
    void two_entries_at_least() throws SQLException {
        try (Connection operator = RealDatabase.get().connect(As.OPERATOR)) {
            RealDatabase.rows(operator, "select append_platform_event('audit.tried', gen_random_uuid(), null, 'é'), append_platform_event('audit.tried', null, null, '')");
        }
    }

    @Test
    void a_whole_chain_is_sound_and_an_altered_one_is_named_by_both() throws Exception {
        assertThat(console.call(() -> Features.get(PlatformChain.class).check()).sound()).isTrue();
        assertThat(command()).contains("the platform: sound");
        long altered = alters("'altered'");
        try {
            assertThat(console.call(() -> Features.get(PlatformChain.class).check()).firstBroken()).isEqualTo(altered);
            assertThat(command()).contains("the platform: BROKEN at entry " + altered + ":");
        } finally {
            alters("'é'");
        }
        assertThat(console.call(() -> Features.get(PlatformChain.class).check()).sound()).isTrue();
    }

    @Test
    void only_an_operator_checks_it() {
        assertThatThrownBy(() -> InWorkspace.practitioner(UUID.randomUUID()).call(() -> Features.get(PlatformChain.class).check()))
            .isInstanceOf(EJBAccessException.class);
    }

    /** Writes another detail into the first of the entries that a test has made last; answers its number. */
    private static long alters(String detail) throws SQLException {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            return Long.parseLong(RealDatabase.rows(superuser, "update platform_event set detail = " + detail
                + " where seq = (select max(seq) from platform_event where kind = 'audit.tried' and actor is not null) returning seq").get(0).get(0));
        }
    }

    private static String command() throws SQLException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        try (Connection auditor = RealDatabase.get().connect(As.AUDITOR)) {
            AuditVerify.run(auditor, out, out);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
