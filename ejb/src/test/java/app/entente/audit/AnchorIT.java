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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 8 of the audit package: what whoever owns the database can write anew with right hashes contradicts the anchors that lie outside. */
class AnchorIT {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private UUID workspace;

    @BeforeEach
    void a_chain_of_three_is_anchored() throws Exception {
        workspace = RealDatabase.get().newWorkspace("FR");
        opens("Ada", "Basile", "Chloé");
        aDayLater();
        assertThat(Features.get(AnchorWork.class).make()).isTrue();
    }

    @AfterEach
    void this_chain_goes() throws Exception {
        asSuperuser("delete from audit_detail", "delete from audit_event", "delete from audit_head");
        asSuperuser("update workspace set slug = 'erased-' || id, status = 'erased', erased_at = now()");
    }

    @Test
    void a_chain_that_only_grew_agrees_with_its_anchor() throws Exception {
        opens("Dan");
        assertThat(verify("--tenant", "w-" + workspace, "--anchors", folder(), "--trust", System.getProperty("entente.seal.trust"))).as(words()).isZero();
        assertThat(words()).contains("sound, 4 entries").contains("Compared with").doesNotContain("cannot be told from a sound one");
        AnchorVerdict verdict = verdict();
        assertThat(verdict.sound()).isTrue();
        assertThat(verdict.compared()).isEqualTo(1);
        assertThat(verdict.upTo()).isEqualTo(3);
        assertThat(verdict.latest()).isNotNull();
    }

    @Test
    void a_chain_written_anew_as_a_whole_is_sound_by_itself_and_contradicts_its_anchor() throws Exception {
        asSuperuser("update audit_event set kind = 'file.closed' where seq = 2");
        for (int seq = 2; seq <= 3; seq++) {
            asSuperuser("update audit_event e set previous = (select b.hash from audit_event b where b.tenant_id = e.tenant_id and b.seq = e.seq - 1) where seq = " + seq,
                "update audit_event e set hash = audit_event_hash(e) where seq = " + seq);
        }
        asSuperuser("update audit_head h set hash = (select e.hash from audit_event e where e.tenant_id = h.tenant_id and e.seq = 3)");
        assertThat(verify("--tenant", "w-" + workspace)).as("by its links alone").isZero();
        assertThat(InWorkspace.practitioner(workspace).call(() -> Features.get(AuditJournal.class).check()).sound()).as("by its links alone").isTrue();

        assertThat(verify("--tenant", "w-" + workspace, "--anchors", folder())).isEqualTo(1);
        assertThat(words()).contains("w-" + workspace + ": BROKEN at or before entry 3: it is not the one that was anchored on");
        assertThat(verdict().sound()).isFalse();
        assertThat(verdict().contradicted()).isEqualTo(3);
        assertThat(verdict().anchored()).isNotNull();
    }

    @Test
    void an_end_cut_off_together_with_its_head_contradicts_its_anchor() throws Exception {
        asSuperuser("delete from audit_detail d using audit_event e where e.id = d.id and e.seq = 3 and d.", "delete from audit_event where seq = 3",
            "update audit_head h set seq = 2, hash = (select e.hash from audit_event e where e.tenant_id = h.tenant_id and e.seq = 2)");
        assertThat(verify("--tenant", "w-" + workspace)).as("by its links alone").isZero();
        assertThat(verify("--tenant", "w-" + workspace, "--anchors", folder())).isEqualTo(1);
        assertThat(words()).contains("BROKEN at entry 3: it was anchored on").contains("and is gone");
        assertThat(verdict().contradicted()).isEqualTo(3);
    }

    @Test
    void a_day_has_one_anchor_and_each_follows_from_the_one_before() throws Exception {
        assertThat(Features.get(AnchorWork.class).make()).isFalse();
        aDayLater();
        assertThat(Features.get(AnchorWork.class).make()).isTrue();
        assertThat(verify("--tenant", "w-" + workspace, "--anchors", folder())).as(words()).isZero();
        assertThat(verdict().compared()).isEqualTo(2);
    }

    @Test
    void an_altered_anchor_and_one_that_is_missing_are_named() throws Exception {
        aDayLater();
        Features.get(AnchorWork.class).make();
        aDayLater();
        Features.get(AnchorWork.class).make();
        List<Path> files;
        try (Stream<Path> listed = java.nio.file.Files.list(Path.of(folder()))) {
            files = listed.sorted().toList();
        }
        Path last = files.get(files.size() - 1);
        Path before = files.get(files.size() - 2);
        byte[] bytes = java.nio.file.Files.readAllBytes(last);
        byte[] other = bytes.clone();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int head = text.indexOf("head ") + 5;
        other[head] = (byte) (other[head] == '0' ? '1' : '0');
        byte[] kept = java.nio.file.Files.readAllBytes(before);
        try {
            java.nio.file.Files.write(last, other);
            assertThat(verify("--tenant", "w-" + workspace, "--anchors", folder())).isEqualTo(1);
            assertThat(words()).contains(last.getFileName() + " does not hold");
            assertThat(verdict().unreadable()).isEqualTo(1);
            java.nio.file.Files.write(last, bytes);
            java.nio.file.Files.delete(before);
            assertThat(verify("--tenant", "w-" + workspace, "--anchors", folder())).isEqualTo(1);
            assertThat(words()).contains("is missing");
        } finally {
            java.nio.file.Files.write(last, bytes);
            java.nio.file.Files.write(before, kept);
        }
    }

    @Test
    void the_application_can_neither_read_all_heads_nor_write_an_anchor() throws Exception {
        try (Connection application = RealDatabase.get().connect(As.APPLICATION); Statement statement = application.createStatement()) {
            for (String sql : List.of("select * from audit_heads()", "select * from audit_anchor", "delete from audit_anchor")) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> statement.execute(sql))).as(sql).isInstanceOf(SQLException.class).hasMessageContaining("permission denied");
            }
        }
        try (Connection operator = RealDatabase.get().connect(As.OPERATOR); Statement statement = operator.createStatement()) {
            for (String sql : List.of("update audit_anchor set sealed = ''", "delete from audit_anchor")) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> statement.execute(sql))).as(sql).isInstanceOf(SQLException.class).hasMessageContaining("permission denied");
            }
        }
    }

    private void opens(String... names) throws Exception {
        for (String name : names) {
            PersonDetails details = new PersonDetails();
            details.setGivenName(name);
            details.setFamilyName("Example");
            InWorkspace.practitioner(workspace).run(() -> Features.get(Files.class).open(details, ""));
        }
    }

    /** The anchors there are were made a day before. */
    private static void aDayLater() throws SQLException {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            statement.executeUpdate("update audit_anchor set made_at = made_at - interval '1 day'");
        }
    }

    private void asSuperuser(String... statements) throws SQLException {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String sql : statements) {
                String column = sql.contains(" workspace ") ? "id" : "tenant_id";
                statement.executeUpdate(sql.endsWith(" d.") ? sql + "tenant_id = '" + workspace + "'"
                    : sql + (sql.contains(" where seq") ? " and " : " where ") + column + " = '" + workspace + "'");
            }
        }
    }

    private AnchorVerdict verdict() throws Exception {
        return InWorkspace.practitioner(workspace).call(() -> Features.get(AuditJournal.class).anchored());
    }

    private static String folder() {
        return System.getProperty("entente.anchor.folder");
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
