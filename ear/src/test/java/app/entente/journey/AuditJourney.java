package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.config.AuditVerify;
import app.entente.config.Stack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who opened what: read by the practitioner, told to the client, and checked by a screen and by a command. */
@ExtendWith(Journeys.class)
class AuditJourney {

    @Test
    void what_both_did_stands_in_the_journal_and_the_client_reads_who_opened_their_file(Journeys journeys) {
        Office maude = Office.of(Person.MAUDE, journeys);
        String file = maude.findsFile("Noa Tremblay");
        Office.Sent sent = maude.agrees(file);
        Screen noa = journeys.signedIn(Person.NOA, Device.PHONE);
        assertThat(noa.opens("/c/maude-lavigne/sign?id=" + sent.signing())).isEqualTo(200);

        maude.screen().opens(file + "&tab=journal");
        maude.screen().follows("Qui a ouvert ce dossier");
        maude.goesTo("/audit/list");
        assertThat(maude.screen().isSound().words()).contains("Dossier consulté", "Entente envoyée pour signature", "Vous", "Noa Tremblay, dans son espace",
            "Document à signer lu");
        maude.screen().picture("journal-of-file");
        maude.screen().follows("Vérifier le journal");
        maude.goesTo("check=yes");
        assertThat(maude.screen().isSound().words()).contains("Le journal est intact.", "Lignes vérifiées");
        maude.screen().picture("journal-checked");
        maude.screen().reads("/w/maude-lavigne/audit/list?about=signing");
        assertThat(maude.page().locator("table.rows tbody th").allInnerTexts()).isNotEmpty().allMatch(kind -> kind.toLowerCase(java.util.Locale.ROOT).contains("sign"));

        noa.reads("/c/maude-lavigne").follows("Qui a ouvert mon dossier, et quand");
        assertThat(noa.isSound().words()).contains("Maude Lavigne", "a consulté votre dossier", "a envoyé une entente à signer").doesNotContain("Aïcha");
        noa.picture("openings");
    }

    @Test
    void an_entry_altered_by_somebody_who_may_do_everything_is_named_by_the_screen_and_by_the_command(Journeys journeys) throws SQLException {
        Office maude = Office.of(Person.MAUDE, journeys);
        maude.findsFile("Noa Tremblay");
        assertThat(command()).startsWith("0 ").contains("maude-lavigne: sound");
        long altered = alters("update audit_event e set kind = 'file.corrected' where kind = 'file.opened'");
        try {
            assertThat(command()).startsWith("1 ").contains("maude-lavigne: BROKEN at entry " + altered + ":");
            maude.screen().reads("/w/maude-lavigne/audit/list?check=yes");
            assertThat(maude.screen().words()).contains("Le journal a été altéré.", "La ligne " + altered + " est la première");
            maude.screen().picture("journal-broken");
        } finally {
            alters("update audit_event e set kind = 'file.opened' where kind = 'file.corrected'");
        }
        assertThat(command()).startsWith("0 ");
    }

    @Test
    void nobody_but_the_practitioner_reads_the_journal(Journeys journeys) {
        Screen noa = journeys.signedIn(Person.NOA, Device.DESKTOP);
        assertThat(noa.opens("/w/maude-lavigne/audit/list")).isEqualTo(404);
        assertThat(journeys.signedIn(Person.CAMILLE, Device.DESKTOP).opens("/w/maude-lavigne/audit/list")).isEqualTo(404);
    }

    /** Changes the latest entry it fits, past every trigger; answers its number. */
    private static long alters(String sql) throws SQLException {
        Stack stack = Installation.stack();
        try (Connection superuser = DriverManager.getConnection(stack.jdbcUrl(), "postgres", stack.secret("entente.db.superuser.password"));
            Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            try (ResultSet row = statement.executeQuery(sql + " and tenant_id = (select id from workspace where slug = 'maude-lavigne') and seq = "
                + "(select max(seq) from audit_event x where x.tenant_id = e.tenant_id and x.kind = e.kind) returning seq")) {
                assertThat(row.next()).isTrue();
                return row.getLong(1);
            }
        }
    }

    /** What the command ends with and what it says. */
    private static String command() throws SQLException {
        Stack stack = Installation.stack();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        try (Connection auditor = DriverManager.getConnection(stack.jdbcUrl(), "entente_auditor", stack.secret("entente.db.auditor.password"))) {
            int code = AuditVerify.run(auditor, out, out, "--tenant", "maude-lavigne");
            return code + " " + said.toString(StandardCharsets.UTF_8);
        }
    }
}
