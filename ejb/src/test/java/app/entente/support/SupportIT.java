package app.entente.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.file.Files;
import app.entente.identity.Accounts;
import app.entente.identity.Role;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.person.PersonDetails;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import app.entente.testing.TestClock;
import jakarta.ejb.EJBAccessException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules 1, 2 and 5 of the support package, on the real database: asked for, granted, used, over. */
class SupportIT {

    private UUID workspace;
    private String slug;
    private InWorkspace practitioner;
    private UUID omar;
    private InWorkspace console;

    @BeforeEach
    void a_workspace_and_an_operator() throws Exception {
        workspace = RealDatabase.get().newWorkspace("CA-QC");
        slug = "w-" + workspace;
        practitioner = InWorkspace.practitioner(workspace);
        omar = InWorkspace.platform().call(() -> Features.get(Accounts.class).ensure("omar-" + workspace, "omar@" + workspace + ".example", "fr"));
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            statement.execute("insert into operator (account_id) values ('" + omar + "')");
        }
        console = new InWorkspace(null, Set.of(Role.OPERATOR, Role.PERSON), practitioner.login(), omar, null);
    }

    @AfterEach
    void the_clock_is_right_again() {
        TestClock.reset();
    }

    @Test
    void an_operator_asks_and_looks_for_thirty_minutes_once_the_practitioner_has_agreed() throws Exception {
        assertThat(seat()).isNull();
        console.run(() -> Features.get(SupportDesk.class).ask(slug, "Un reçu ne s’affiche pas"));
        assertThat(seat()).isNull();
        SupportRow asked = only();
        assertThat(asked.asked()).isTrue();
        assertThat(asked.reason()).isEqualTo("Un reçu ne s’affiche pas");
        practitioner.run(() -> Features.get(Support.class).accept(asked.id()));
        Instant until = seat();
        assertThat(Duration.between(TestClock.now(), until)).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        assertThat(console.call(() -> Features.get(SupportDesk.class).mine()).get(0).access().active()).isTrue();
        TestClock.advance(Duration.ofMinutes(29));
        assertThat(seat()).isEqualTo(until);
        TestClock.advance(Duration.ofMinutes(1));
        assertThat(seat()).isNull();
        assertThat(only().standing()).isEqualTo("over");
    }

    @Test
    void it_is_one_operator_s_and_in_one_workspace() throws Exception {
        practitioner.run(() -> Features.get(Support.class).grant(omar, "À regarder"));
        UUID other = RealDatabase.get().newWorkspace("FR");
        assertThat(seat()).isNotNull();
        assertThat(InWorkspace.nobody(workspace).call(() -> Features.get(Support.class).seat(UUID.randomUUID()))).isNull();
        assertThat(InWorkspace.nobody(other).call(() -> Features.get(Support.class).seat(omar))).isNull();
        UUID access = only().id();
        InWorkspace elsewhere = InWorkspace.practitioner(other);
        assertThat(elsewhere.call(() -> Features.get(Support.class).list())).isEmpty();
        assertThatThrownBy(() -> elsewhere.run(() -> Features.get(Support.class).revoke(access))).isInstanceOf(NotFound.class);
    }

    @Test
    void revoking_works_at_the_next_look_and_once() throws Exception {
        practitioner.run(() -> Features.get(Support.class).grant(omar, "À regarder"));
        UUID access = only().id();
        practitioner.run(() -> Features.get(Support.class).revoke(access));
        assertThat(seat()).isNull();
        refused("support.over", () -> Features.get(Support.class).revoke(access));
    }

    @Test
    void what_was_declined_or_decided_stays_so() throws Exception {
        console.run(() -> Features.get(SupportDesk.class).ask(slug, "À regarder"));
        assertThatThrownBy(() -> console.run(() -> Features.get(SupportDesk.class).ask(slug, "Encore")))
            .isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo("support.asked_already"));
        UUID access = only().id();
        practitioner.run(() -> Features.get(Support.class).decline(access));
        assertThat(seat()).isNull();
        refused("support.decided", () -> Features.get(Support.class).accept(access));
    }

    @Test
    void a_reason_is_needed_and_only_an_operator_can_be_let_in() {
        refused("support.no_reason", (Callable<?>) () -> Features.get(Support.class).grant(omar, "  "));
        assertThatThrownBy(() -> practitioner.run(() -> Features.get(Support.class).grant(practitioner.account(), "À regarder"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> console.run(() -> Features.get(SupportDesk.class).ask("nobody-s", "À regarder")))
            .isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo("support.no_workspace"));
        assertThatThrownBy(() -> practitioner.run(() -> Features.get(SupportDesk.class).ask(slug, "À regarder"))).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void the_operator_who_looks_changes_nothing_decides_nothing_and_leaves_a_line_in_the_trail() throws Exception {
        PersonDetails details = new PersonDetails();
        details.setGivenName("Ada");
        details.setFamilyName("Example");
        UUID file = practitioner.call(() -> Features.get(Files.class).open(details, ""));
        practitioner.run(() -> Features.get(Support.class).grant(omar, "À regarder"));
        UUID access = only().id();
        InWorkspace looking = new InWorkspace(workspace, Set.of(Role.PRACTITIONER, Role.SUPPORT, Role.PERSON), practitioner.login(), omar, null);
        for (int i = 0; i < 2; i++) {
            looking.reading(() -> {
                Features.get(Support.class).looks(access);
                return null;
            });
        }
        assertThat(looking.reading(() -> Features.get(Files.class).find(file)).getId()).isEqualTo(file);
        assertThatThrownBy(() -> looking.reading(() -> Features.get(Files.class).open(details, ""))).hasStackTraceContaining("frame.read_only");
        assertThatThrownBy(() -> looking.reading(() -> Features.get(Support.class).grant(omar, "Encore"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> looking.reading(() -> {
            Features.get(Support.class).revoke(access);
            return null;
        })).isInstanceOf(NotFound.class);
        assertThat(looking.reading(() -> Features.get(Support.class).pending())).isEmpty();
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            assertThat(RealDatabase.rows(superuser, "select kind, actor_id from audit_event where actor_role = 'support' and tenant_id = '" + workspace + "' order by seq"))
                .containsExactly(List.of("support.opened", omar.toString()), List.of("file.opened", omar.toString()));
        }
    }

    @Test
    void both_sides_may_only_do_their_part_in_the_database_too() throws Exception {
        console.run(() -> Features.get(SupportDesk.class).ask(slug, "À regarder"));
        try (Connection operator = RealDatabase.get().connect(As.OPERATOR); Statement statement = operator.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update support_access set status = 'granted'")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("insert into support_access (id, workspace_id, operator_id, reason, status, decided_at, expires_at) values "
                + "(gen_random_uuid(), '" + workspace + "', '" + omar + "', 'x', 'granted', now(), now() + interval '10 minutes')")).hasMessageContaining("row-level security");
        }
        try (Connection application = RealDatabase.get().connect(As.APPLICATION); Statement statement = application.createStatement()) {
            statement.execute("select set_config('app.tenant', '" + workspace + "', false)");
            assertThatThrownBy(() -> statement.execute("update support_access set status = 'granted', decided_at = now(), expires_at = now() + interval '31 minutes'"))
                .hasMessageContaining("check constraint");
        }
    }

    private Instant seat() throws Exception {
        SupportSeat seat = InWorkspace.nobody(workspace).call(() -> Features.get(Support.class).seat(omar));
        return seat == null ? null : seat.until();
    }

    private SupportRow only() throws Exception {
        List<SupportRow> rows = practitioner.call(() -> Features.get(Support.class).list());
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private void refused(String code, Callable<?> call) {
        assertThatThrownBy(() -> practitioner.call(call)).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void refused(String code, InWorkspace.Action action) {
        assertThatThrownBy(() -> practitioner.run(action)).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
