package app.entente.payment;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.config.Migration;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A practice that issued receipts before there was a ledger finds in it what they say as paid. */
class LedgerBackfillIT {

    @Test
    void receipts_of_before_are_payments_in_a_whole_ledger() throws Exception {
        String url = RealDatabase.get().url();
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            statement.execute("create database before_ledger");
        }
        String old = url.replace("/entente?", "/before_ledger?");
        UUID tenant = UUID.randomUUID();
        try (Connection superuser = DriverManager.getConnection(old, As.SUPERUSER.role(), ""); Statement statement = superuser.createStatement();
            InputStream script = Migration.class.getResourceAsStream("/db/entente.sql")) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8).replace("database entente", "database before_ledger"));
        }
        Flyway.configure().dataSource(old, As.OWNER.role(), "").locations("classpath:db/migration").target("060").load().migrate();
        try (Connection superuser = DriverManager.getConnection(old, As.SUPERUSER.role(), ""); Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("insert into workspace (id, slug, name, status, jurisdiction, zone, language) values ('" + tenant
                + "', 'old', 'Old', 'open', 'CA-QC', 'America/Toronto', 'fr')");
            statement.execute("insert into person (tenant_id, id, given_name, family_name, address_form, language, created_at) values ('" + tenant + "', '" + tenant
                + "', 'Noa', 'Tremblay', 'vous', 'fr', now())");
            receipt(statement, tenant, 1, "receipt", "'card', '2026-10-01', 12000", 12000, "null");
            receipt(statement, tenant, 2, "receipt", "'cash', '2026-10-02', 11500", 11498, "null");
            receipt(statement, tenant, 3, "invoice", "null, null, null", 9000, "null");
            receipt(statement, tenant, 4, "credit", "null, null, null", -12000, "(select id from receipt where number = 1)");
        }
        assertThat(Migration.run(old, As.OWNER.role(), "")).isPositive();
        try (Connection application = DriverManager.getConnection(old, As.APPLICATION.role(), ""); Statement statement = application.createStatement()) {
            statement.execute("set app.tenant = '" + tenant + "'");
            assertThat(RealDatabase.rows(application, "select amount_minor, rounding_minor, means from ledger_entry order by seq"))
                .containsExactly(List.of("12000", "0", "card"), List.of("11500", "2", "cash"));
            assertThat(RealDatabase.rows(application, "select sum(a.amount_minor) from ledger_allocation a join receipt r on r.id = a.receipt_id group by r.number order by r.number"))
                .containsExactly(List.of("0"), List.of("11498"));
            assertThat(RealDatabase.rows(application, "select links, first_broken is null from ledger_check()")).containsExactly(List.of("5", "t"));
        }
    }

    private static void receipt(Statement statement, UUID tenant, int number, String kind, String paid, long total, String credits) throws Exception {
        statement.execute("insert into receipt (tenant_id, id, series_id, number, display_number, idempotency_key, file_id, person_id, recipient, meeting_id, issued_on, issued_at, net_minor, "
            + "total_minor, currency, language, payment_means, paid_on, paid_minor, content, status, kind, credits_id) values ('" + tenant + "', uuidv7(), uuidv7(), " + number + ", '"
            + number + "', '" + number + "', uuidv7(), '" + tenant + "', 'Noa Tremblay', uuidv7(), '2026-10-05', now(), " + total + ", " + total + ", 'CAD', 'fr', " + paid
            + ", '{}', 'sealed', '" + kind + "', " + credits + ")");
    }
}
