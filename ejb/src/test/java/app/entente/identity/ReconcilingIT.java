package app.entente.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import app.entente.testing.TestClock;
import app.entente.testing.TestProvider;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rule 7: the nightly comparison, on the real database. */
class ReconcilingIT {

    private static int nights;
    private final TestProvider provider = TestProvider.shared();

    @AfterEach
    void everything_as_before() {
        TestClock.reset();
    }

    @Test
    void what_the_two_sides_disagree_about_is_written_down_and_nothing_is_repaired() throws Exception {
        UUID workspace = RealDatabase.get().newWorkspace("FR");
        UUID gone = seated(workspace, "owner", address());
        String disabled = address();
        UUID off = seated(workspace, "assistant", disabled);
        provider.disables(disabled);
        String roleless = address();
        UUID without = seated(workspace, "supervisor", roleless);
        provider.knows(roleless);
        String fine = address();
        UUID whole = seated(workspace, "assistant", fine);
        provider.knows(fine);
        InWorkspace.platform().run(() -> Features.get(Directory.class).secure("s-" + fine, "assistant", false));
        String stranger = address();
        provider.knows(stranger);
        int asked = provider.asked.size();

        UUID run = night();

        assertThat(findings(run, gone)).containsExactly("user_missing null");
        assertThat(findings(run, off)).containsExactly("user_disabled null");
        assertThat(findings(run, without)).containsExactly("role_missing " + workspace);
        assertThat(findings(run, whole)).isEmpty();
        assertThat(sql("select kind from reconciliation_finding where reconciliation_id = '" + run + "' and subject = 's-" + stranger + "'"))
            .containsExactly("account_missing");
        assertThat(provider.asked.subList(asked, provider.asked.size())).allMatch(line -> line.startsWith("GET ") || line.contains("/token"));
        assertThat(sql("select finished_at is not null from reconciliation where id = '" + run + "'")).containsExactly("t");
    }

    @Test
    void a_night_is_compared_by_one_node_alone_and_page_after_page() throws Exception {
        UUID workspace = RealDatabase.get().newWorkspace("FR");
        for (int i = 0; i < Reconciling.PAGE + 5; i++) {
            String email = address();
            provider.knows(email);
            seated(workspace, "assistant", email);
        }
        UUID run = night();
        assertThat(InWorkspace.platform().call(() -> Features.get(Reconciling.class).begin())).isNull();
        assertThat(sql("select accounts::text || ' ' || users from reconciliation where id = '" + run + "'"))
            .containsExactly(sql("select count(*) from account where id not in (select account_id from operator)").get(0) + " " + provider.people());
        assertThat(sql("select count(*) from reconciliation_finding f join membership m on m.account_id = f.account_id where f.reconciliation_id = '" + run
            + "' and f.kind = 'role_missing' and m.tenant_id = '" + workspace + "'")).containsExactly(String.valueOf(Reconciling.PAGE + 5));
    }

    @Test
    void the_operator_reads_it_in_the_operators_role_and_finds_no_person_there() throws Exception {
        try (Connection operator = RealDatabase.get().connect(As.OPERATOR)) {
            assertThat(RealDatabase.rows(operator, "select column_name from information_schema.columns where table_name in ('reconciliation', 'reconciliation_finding')")
                .stream().map(row -> row.get(0))).isSubsetOf("id", "day", "started_at", "finished_at", "accounts", "users", "reconciliation_id", "kind", "account_id",
                    "subject", "workspace_id");
            RealDatabase.rows(operator, "select count(*) from reconciliation join reconciliation_finding on true");
        }
    }

    /** One night's comparison, on a day of its own. */
    private static UUID night() throws Exception {
        TestClock.advance(Duration.ofDays(400L + 2 * nights++));
        return InWorkspace.platform().call(() -> {
            Reconciling reconciling = Features.get(Reconciling.class);
            UUID run = reconciling.begin();
            for (UUID after = reconciling.accounts(run, null); after != null; after = reconciling.accounts(run, after)) {
                assertThat(after).isNotNull();
            }
            int first = 0;
            while (reconciling.users(run, first)) {
                first += Reconciling.PAGE;
            }
            reconciling.finish(run);
            return run;
        });
    }

    private static UUID seated(UUID workspace, String role, String email) throws Exception {
        UUID account = InWorkspace.platform().call(() -> Features.get(Accounts.class).ensure("s-" + email, email, "fr"));
        InWorkspace.nobody(workspace).run(() -> Features.get(Seats.class).take(account, role, "A"));
        return account;
    }

    private static List<String> findings(UUID run, UUID account) throws Exception {
        return sql("select kind || ' ' || coalesce(workspace_id::text, 'null') from reconciliation_finding where reconciliation_id = '" + run + "' and account_id = '"
            + account + "' order by 1");
    }

    private static String address() {
        return "r" + UUID.randomUUID() + "@demo.example";
    }

    private static List<String> sql(String query) throws Exception {
        try (Connection connection = RealDatabase.get().connect(As.SUPERUSER)) {
            return RealDatabase.rows(connection, query).stream().map(row -> row.get(0)).toList();
        }
    }
}
