package app.entente.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.agreement.Office;
import app.entente.agreement.Office.Client;
import app.entente.document.CheckCode;
import app.entente.document.Checked;
import app.entente.document.Checked.Verdict;
import app.entente.document.Checks;
import app.entente.document.SealedDocument;
import app.entente.document.Seals;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public check of what signings seal (rule 3 of the document package, rule 8 of this one): anybody, without an account, outside every workspace. */
class PublicCheckIT {

    private static Office office;
    private static UUID agreement;
    private static SealedDocument sealed;
    private static byte[] file;
    private static SealedDocument dossier;
    private static byte[] dossierFile;

    @BeforeAll
    static void a_sealed_agreement() throws Exception {
        office = Office.open("CA-QC");
        Client client = office.client("Zéphirine", "Quintal-Desmarais", "fr");
        agreement = office.active(client);
        sealed = ofKind("agreement");
        file = bytes(sealed);
        dossier = ofKind("evidence");
        dossierFile = bytes(dossier);
    }

    @Test
    void rule_8_a_code_is_recognised_however_it_is_typed() throws Exception {
        String grouped = sealed.getCheckCode().grouped();
        String compact = sealed.getCheckCode().compact();
        for (String typed : List.of(grouped, compact, grouped.toLowerCase(Locale.ROOT), " " + grouped + " ", grouped.replace('-', ' '), grouped.replace('-', '\u2011'),
            grouped.replace("-", "\u00A0"), compact.replace('0', 'O').replace('1', 'l'), compact.replace('0', 'o').replace('1', 'I'))) {
            Checked answer = byCode(typed);
            assertThat(answer.verdict()).as(typed).isEqualTo(Verdict.GENUINE);
            assertThat(answer.sha256()).isEqualTo(sealed.getSha256());
            assertThat(answer.kind()).isEqualTo("agreement");
            assertThat(answer.state()).isEqualTo("valid");
        }
    }

    @Test
    void rule_8_the_file_itself_is_recognised_with_its_code_and_without() throws Exception {
        assertThat(byFile(file, "").verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(byFile(file, null).verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(byFile(file, sealed.getCheckCode().grouped()).verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(byFile(dossierFile, dossier.getCheckCode().grouped()).kind()).isEqualTo("evidence");
    }

    @Test
    void rule_3_an_altered_file_is_told_as_altered_with_its_code_and_without() throws Exception {
        byte[] altered = file.clone();
        altered[altered.length / 3] ^= 1;
        assertThat(byFile(altered, "").verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(byFile(altered, sealed.getCheckCode().grouped()).verdict()).isEqualTo(Verdict.ALTERED);
        byte[] longer = Arrays.copyOf(file, file.length + 1);
        assertThat(byFile(longer, "").verdict()).isEqualTo(Verdict.ALTERED);
    }

    @Test
    void rule_3_another_document_under_this_code_is_not_the_one_it_names() throws Exception {
        assertThat(byFile(dossierFile, sealed.getCheckCode().grouped()).verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(byFile("quelque chose".getBytes(StandardCharsets.UTF_8), sealed.getCheckCode().grouped()).verdict()).isEqualTo(Verdict.ALTERED);
    }

    @Test
    void rule_8_what_was_frozen_and_never_sealed_is_unknown() throws Exception {
        UUID signing = office.signing(agreement);
        byte[] frozen = office.practitioner().call(() -> Features.get(Signings.class).fetch(signing, "fr"));
        assertThat(byFile(frozen, "")).isEqualTo(Checked.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "bonjour", "7KQ2M-00000-00000-00000-000000", "'; drop table sealed_document; --", "%"})
    void rule_8_what_is_no_code_of_ours_is_unknown(String typed) throws Exception {
        assertThat(byCode(typed)).isEqualTo(Checked.UNKNOWN);
    }

    @Test
    void rule_8_a_code_nobody_was_given_is_unknown() throws Exception {
        assertThat(byCode(CheckCode.random().grouped())).isEqualTo(Checked.UNKNOWN);
        assertThat(byCode(null)).isEqualTo(Checked.UNKNOWN);
        assertThat(byFile(new byte[0], "")).isEqualTo(Checked.UNKNOWN);
        assertThat(byFile("%PDF-1.7 rien".getBytes(StandardCharsets.UTF_8), CheckCode.random().grouped())).isEqualTo(Checked.UNKNOWN);
    }

    @Test
    void rule_8_the_digest_of_a_code_is_not_a_code() throws Exception {
        assertThat(byCode(sealed.getCheckCode().digest().hex())).isEqualTo(Checked.UNKNOWN);
        assertThat(byCode(sealed.getSha256())).isEqualTo(Checked.UNKNOWN);
    }

    @Test
    void rule_8_the_answer_names_the_practice_and_no_person_accompanied() throws Exception {
        byte[] altered = file.clone();
        altered[altered.length / 3] ^= 1;
        for (Checked answer : List.of(byCode(sealed.getCheckCode().grouped()), byFile(file, ""), byFile(altered, sealed.getCheckCode().compact()),
            byCode(dossier.getCheckCode().grouped()), byFile(dossierFile, sealed.getCheckCode().compact()))) {
            assertThat(answer.practice()).isEqualTo(office.rows("select legal_name from practice").get(0).get(0));
            assertThat(answer.toString()).doesNotContainIgnoringCase("Zéphirine").doesNotContainIgnoringCase("Quintal").doesNotContainIgnoringCase("Desmarais")
                .doesNotContain("@", "450-555-0161", agreement.toString(), office.tenant().toString(), sealed.getId().toString(), sealed.getCheckCode().compact());
            assertThat(answer.sealedAt()).isNotNull();
        }
    }

    @Test
    void rule_3_a_seal_that_was_replaced_says_so() throws Exception {
        UUID later = office.active(office.client("Léa", "Simard", "fr"));
        SealedDocument replaced = office.practitioner().call(() -> Features.get(Seals.class).ofSubject("agreement", later)).orElseThrow();
        try (Connection connection = RealDatabase.get().connect(As.APPLICATION); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.tenant', '" + office.tenant() + "', true)");
            statement.execute("insert into seal_revocation (id, sealed_id, state, at) values ('" + UUID.randomUUID() + "', '" + replaced.getId() + "', 'superseded', now())");
            connection.commit();
        }
        assertThat(byCode(replaced.getCheckCode().grouped()).state()).isEqualTo("superseded");
        assertThat(byCode(sealed.getCheckCode().grouped()).state()).isEqualTo("valid");
    }

    @Test
    void rule_8_the_application_outside_a_workspace_sees_no_sealed_document_itself() throws SQLException {
        try (Connection connection = RealDatabase.get().connect(As.APPLICATION)) {
            assertThatThrownBy(() -> RealDatabase.rows(connection, "select title from sealed_document")).hasMessageContaining("app.tenant");
        }
    }

    private static Checked byCode(String typed) throws Exception {
        return InWorkspace.platform().call(() -> Features.get(Checks.class).byCode(typed));
    }

    private static Checked byFile(byte[] bytes, String typed) throws Exception {
        return InWorkspace.platform().call(() -> Features.get(Checks.class).byFile(bytes, typed));
    }

    private static SealedDocument ofKind(String kind) throws Exception {
        return office.practitioner().call(() -> Features.get(Seals.class).ofSubject(kind, agreement)).orElseThrow();
    }

    private static byte[] bytes(SealedDocument document) throws Exception {
        return office.practitioner().call(() -> Features.get(Seals.class).bytes(document.getId()));
    }
}
