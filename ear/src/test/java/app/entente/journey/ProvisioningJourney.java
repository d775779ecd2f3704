package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.config.Stack;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two hundred workspaces are opened in one go while the sign-in server is killed and started again: everything is there once. */
@ExtendWith(Journeys.class)
class ProvisioningJourney {

    private static final int WORKSPACES = 200;
    private static final int PATIENCE_MS = 240_000;
    private static final String OURS = " where email like 'opening-%@demo.example'";

    private final Stack stack = Installation.stack();

    @Test
    void two_hundred_openings_with_the_sign_in_server_killed_in_the_middle_end_with_one_account_and_one_mail_each(Journeys journeys)
        throws IOException, SQLException {
        Page clock = journeys.visitor(Device.DESKTOP, "fr").page();
        long begun = System.nanoTime();
        open();
        awaits(clock, () -> ready() >= WORKSPACES / 4);
        double firstQuarter = seconds(begun);
        stack.killKeycloak();
        long killed = System.nanoTime();
        long readyWhenKilled = ready();
        awaits(clock, () -> one("entente", "select count(*) from outbox_command where kind = 'member.account' and status = 'waiting' and attempts > 0") > 0);
        assertThat(one("entente", "select count(*) from outbox_command where kind = 'member.account' and status = 'parked'")).isZero();
        stack.restartKeycloak();
        double away = seconds(killed);
        long again = System.nanoTime();
        awaits(clock, () -> ready() == WORKSPACES);
        double rest = seconds(again);
        awaits(clock, () -> one("entente", "select count(*) from mail where recipient like 'opening-%@demo.example' and status = 'sent'") == WORKSPACES);

        assertThat(one("keycloak", "select count(*) from user_entity" + OURS)).isEqualTo(WORKSPACES);
        assertThat(one("keycloak", "select count(distinct email) from user_entity" + OURS)).isEqualTo(WORKSPACES);
        assertThat(one("keycloak", "select count(*) from user_role_mapping m join user_entity u on u.id = m.user_id join keycloak_role r on r.id = m.role_id "
            + "and r.name = 'practitioner'" + OURS.replace("email", "u.email"))).isEqualTo(WORKSPACES);
        assertThat(one("entente", "select count(distinct account_subject) from member_invitation" + OURS)).isEqualTo(WORKSPACES);
        assertThat(one("entente", "select count(*) from mail where recipient like 'opening-%@demo.example'")).isEqualTo(WORKSPACES);
        assertThat(new Mailbox("opening-").letters().stream().filter(letter -> letter.text().contains("/joining?t=")).count()).isEqualTo(WORKSPACES);
        assertThat(one("entente", "select count(*) from outbox_command where kind = 'member.account' and status <> 'done'")).isZero();
        System.out.printf("%d openings: %d ready %.1f s after the first, sign-in server away for %.1f s, the other %d ready %.1f s later (%.1f a second)%n",
            WORKSPACES, readyWhenKilled, firstQuarter, away, WORKSPACES - readyWhenKilled, rest, (WORKSPACES - readyWhenKilled) / rest);
    }

    /** What the platform writes when it opens a workspace and invites its owner, for all of them in one transaction. */
    private void open() throws SQLException {
        try (Connection connection = connect("entente")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < WORKSPACES; i++) {
                UUID workspace = UUID.randomUUID();
                UUID invitation = UUID.randomUUID();
                write(connection, "select set_config('app.tenant', ?, true)", workspace.toString());
                write(connection, "insert into workspace (id, slug, name, status, jurisdiction, zone, language) values (?::uuid, ?, ?, 'open', 'CA-QC', "
                    + "'America/Toronto', 'fr')", workspace.toString(), "opening-" + i, "Cabinet " + i);
                write(connection, "insert into member_invitation (id, email, name, role, language, status, created_at) values (?::uuid, ?, ?, 'owner', 'fr', "
                    + "'preparing', now())", invitation.toString(), "opening-" + i + "@demo.example", "Personne " + i);
                write(connection, "insert into outbox_command (id, kind, subject_id, status, next_at, created_at) values (gen_random_uuid(), 'member.account', "
                    + "?::uuid, 'waiting', now(), now())", invitation.toString());
            }
            connection.commit();
        }
    }

    private long ready() {
        return one("entente", "select count(*) from member_invitation" + OURS + " and status = 'sent'");
    }

    private static void awaits(Page clock, java.util.function.BooleanSupplier what) {
        clock.waitForCondition(what, new Page.WaitForConditionOptions().setTimeout(PATIENCE_MS));
    }

    private static void write(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** A count in that database, read by the one who sees all rows. */
    private long one(String database, String sql) {
        try (Connection connection = connect(database); Statement statement = connection.createStatement();
            ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String database) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + stack.ports().postgres() + "/";
        return DriverManager.getConnection(url + database, "postgres", stack.secret("entente.db.superuser.password"));
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }
}
