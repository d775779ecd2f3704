package app.entente.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.document.DocumentStore;
import app.entente.file.Files;
import app.entente.identity.Login;
import app.entente.identity.OutboxWork;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.person.PersonDetails;
import app.entente.practice.Practice;
import app.entente.practice.Practices;
import app.entente.tenant.Waiting;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import app.entente.testing.TestClock;
import app.entente.testing.TestProvider;
import app.entente.workspace.Quota;
import app.entente.workspace.Stage;
import app.entente.workspace.Stage.Step;
import app.entente.workspace.UsageWork;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 3 to 8 of the platform package, on the real database in the operator's own role. */
class OperatingIT {

    private final UUID account = UUID.randomUUID();
    private final InWorkspace operator = new InWorkspace(null, Set.of("operator", "person"),
        new Login("omar", "s", TestClock.now(), "login", "Omar", "omar@demo.example", "fr", true, ""), account, null);

    @Test
    void a_workspace_goes_through_its_life_and_each_step_is_written_down_once() throws Exception {
        UUID id = RealDatabase.get().newWorkspace("CA-QC");
        take(id, Step.SUSPEND, "Impayé", 30);
        take(id, Step.SUSPEND, "encore", 30);
        assertThat(stage(id)).isEqualTo(Stage.SUSPENDED);
        take(id, Step.RESUME, "", 30);
        take(id, Step.CLOSE, "Fin de la pratique", 30);
        assertThat(sheet(id).closingUntil()).isAfter(TestClock.now().plusSeconds(29 * 86_400));
        take(id, Step.REOPEN, null, 30);
        assertThat(sheet(id).closingUntil()).isNull();
        List<PlatformEntry> events = operator.call(() -> Features.get(Operating.class).events(id));
        assertThat(events).extracting(PlatformEntry::kind).containsExactly("workspace.reopen", "workspace.close", "workspace.resume", "workspace.suspend");
        assertThat(events.get(3).detail()).isEqualTo("Impayé");
    }

    @Test
    void a_step_that_leads_nowhere_a_missing_reason_and_a_wrong_grace_are_refused() throws Exception {
        UUID id = RealDatabase.get().newWorkspace("FR");
        refused("operator.illegal_step", () -> take(id, Step.RESUME, "", 30) + take(id, Step.ERASE, "", 30));
        refused("operator.reason_missing", () -> take(id, Step.SUSPEND, "  ", 30));
        refused("operator.reason_missing", () -> take(id, Step.CLOSE, null, 30));
        refused("operator.grace_days", () -> take(id, Step.CLOSE, "x", 6));
        refused("operator.grace_days", () -> take(id, Step.CLOSE, "x", 366));
        assertThatThrownBy(() -> take(UUID.randomUUID(), Step.SUSPEND, "x", 30)).hasStackTraceContaining(NotFound.class.getSimpleName());
        assertThat(stage(id)).isEqualTo(Stage.OPEN);
    }

    @Test
    void the_database_refuses_an_illegal_step_too() throws Exception {
        UUID id = RealDatabase.get().newWorkspace("FR");
        try (Connection connection = RealDatabase.get().connect(As.OPERATOR); Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update workspace set status = 'requested' where id = '" + id + "'")).hasMessageContaining("illegal_step");
            statement.execute("update workspace set status = 'closing', closing_until = now() where id = '" + id + "'");
            assertThatThrownBy(() -> statement.execute("update workspace set status = 'erased', erased_at = now(), closing_until = null where id = '" + id + "'"))
                .hasMessageContaining("illegal_step");
        }
    }

    @Test
    void only_an_operator_gets_in() {
        assertThatThrownBy(() -> InWorkspace.practitioner(RealDatabase.get().newWorkspace("FR")).call(() ->
            Features.get(Operating.class).page(new WorkspaceQuery("", "", "", "", 1)))).hasMessageContaining("is not for");
    }

    @Test
    void the_list_is_found_sorted_and_cut_by_the_database() throws Exception {
        String mark = "Zinnia" + System.nanoTime();
        try (Connection connection = RealDatabase.get().connect(As.OPERATOR); Statement statement = connection.createStatement()) {
            statement.execute("insert into workspace (id, slug, name, status, jurisdiction, zone, language) select gen_random_uuid(), 'z-' || gen_random_uuid(), '"
                + mark + " ' || lpad(n::text, 3, '0'), 'open', 'FR', 'Europe/Paris', 'fr' from generate_series(1, 60) n");
        }
        Listed<WorkspaceRow> second = operator.call(() -> Features.get(Operating.class).page(new WorkspaceQuery(mark.toLowerCase(java.util.Locale.ROOT), "open", "solo", "name", 2)));
        assertThat(second.total()).isEqualTo(60);
        assertThat(second.pages()).isEqualTo(2);
        assertThat(second.rows()).hasSize(10);
        assertThat(second.rows().get(0).name()).endsWith("051");
        Listed<WorkspaceRow> beyond = operator.call(() -> Features.get(Operating.class).page(new WorkspaceQuery(mark, "", "", "storage", 99)));
        assertThat(beyond.page()).isEqualTo(2);
        assertThat(operator.<Listed<WorkspaceRow>>call(() -> Features.get(Operating.class).page(new WorkspaceQuery("%", "", "", "", 1))).total()).isZero();
    }

    @Test
    void a_request_becomes_a_workspace_with_everything_a_practice_begins_with() throws Exception {
        UUID request = ask("Pratique Été", "ete-" + System.nanoTime() + "@demo.example", "pair_aidant", "FR");
        String slug = operator.call(() -> Features.get(RequestDesk.class).proposedSlug(request));
        UUID id = operator.call(() -> Features.get(RequestDesk.class).approve(request, slug, "solo"));
        assertThat(operator.<UUID>call(() -> Features.get(RequestDesk.class).approve(request, "autre", "solo"))).as("twice is once").isEqualTo(id);
        assertThat(sheet(id).furnished()).isFalse();
        runOutbox(id);
        runOutbox(id);
        Practice practice = InWorkspace.practitioner(id).call(() -> Features.get(Practices.class).profile());
        assertThat(practice.getLegalName()).isEqualTo("Alix Exemple");
        assertThat(practice.missing()).containsExactly("siret", "status", "address", "phone", "tax", "privacy", "mediator");
        assertThat(counts(id)).containsExactly("12", "5", "1");
        assertThat(sheet(id).furnished()).isTrue();
        UUID other = ask("Pratique Été", "autre-" + System.nanoTime() + "@demo.example", "ts", "CA-QC");
        assertThat(operator.<String>call(() -> Features.get(RequestDesk.class).proposedSlug(other))).isEqualTo(slug + "-2");
        refused("operator.slug_taken", () -> operator.call(() -> Features.get(RequestDesk.class).approve(other, slug, "solo")));
        refused("operator.slug_shape", () -> operator.call(() -> Features.get(RequestDesk.class).approve(other, "a--b", "solo")));
        refused("operator.plan_unknown", () -> operator.call(() -> Features.get(RequestDesk.class).approve(other, "autre-mot", "luxe")));
        refused("operator.reason_missing", () -> operator.call(() -> refuse(other, " ")));
        operator.call(() -> refuse(other, "Hors du champ"));
        operator.call(() -> refuse(other, "Hors du champ"));
        refused("operator.request_decided", () -> operator.call(() -> Features.get(RequestDesk.class).approve(other, "autre-mot", "solo")));
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            assertThat(RealDatabase.rows(superuser, "select count(*) from platform_mail where dedup_key = 'refused:" + other + "'")).isEqualTo(List.of(List.of("1")));
        }
    }

    @Test
    void a_refused_request_is_forgotten_on_its_day_and_not_before() throws Exception {
        UUID request = ask("Pratique Passée", "passee-" + System.nanoTime() + "@demo.example", "ts", "CA-QC");
        operator.call(() -> refuse(request, "Hors du champ"));
        LocalDate day = operator.<RequestRow>call(() -> Features.get(RequestDesk.class).find(request)).forgetOn();
        assertThat(day).isEqualTo(LocalDate.now(java.time.ZoneOffset.UTC).plusDays(180));
        InWorkspace.platform().call(() -> Features.get(RequestWork.class).forget());
        assertThat(operator.<RequestRow>call(() -> Features.get(RequestDesk.class).find(request)).status()).isEqualTo("refused");
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            statement.execute("update workspace_request set forget_on = current_date where id = '" + request + "'");
            assertThat(InWorkspace.platform().<Integer>call(() -> Features.get(RequestWork.class).forget())).isEqualTo(1);
            assertThatThrownBy(() -> operator.call(() -> Features.get(RequestDesk.class).find(request))).isInstanceOf(NotFound.class);
            assertThat(RealDatabase.rows(superuser, "select 1 from platform_mail where dedup_key = 'refused:" + request + "'")).isEmpty();
        }
        assertThat(operator.<List<PlatformEntry>>call(() -> Features.get(Journal.class).page("request.forget", 0)).get(0).detail()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"ts, CA-QC, first_contact assessment accompaniment short_call, exempt, CAD", "tcf, CA-QC, first_contact assessment couple_family short_call, exempt, CAD",
        "pair_aidant, FR, first_contact peer_support short_call, franchise, EUR", "other, FR, first_contact accompaniment short_call, franchise, EUR"})
    void a_new_practice_begins_with_the_services_of_its_profession(String profession, String place, String codes, String tax, String currency) throws Exception {
        UUID request = ask("Pratique Neuve", "neuve-" + System.nanoTime() + "@demo.example", profession, place);
        String slug = operator.call(() -> Features.get(RequestDesk.class).proposedSlug(request));
        UUID id = operator.call(() -> Features.get(RequestDesk.class).approve(request, slug, "solo"));
        runOutbox(id);
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            List<List<String>> services = RealDatabase.rows(superuser, "select code, active, tax_treatment, currency, price_minor from service where tenant_id = '" + id + "' order by position");
            assertThat(services).extracting(row -> row.get(0)).containsExactly(codes.split(" "));
            assertThat(services).allSatisfy(row -> assertThat(row.subList(2, 4)).containsExactly(tax, currency));
            // What has no price yet is shown to nobody: free of charge it would be said to be.
            assertThat(services).filteredOn(row -> row.get(1).equals("t")).extracting(row -> row.get(0)).containsExactly("first_contact");
        }
    }

    @Test
    void one_address_gets_one_receipt_a_day_and_a_visitor_reads_no_request() throws Exception {
        String email = "twice-" + System.nanoTime() + "@demo.example";
        ask("Une", email, "ts", "CA-QC");
        ask("Deux", email, "ts", "CA-QC");
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Connection application = RealDatabase.get().connect(As.APPLICATION)) {
            assertThat(RealDatabase.rows(superuser, "select count(*) from platform_mail where recipient = '" + email + "'")).isEqualTo(List.of(List.of("1")));
            assertThatThrownBy(() -> RealDatabase.rows(application, "select id from workspace_request")).hasMessageContaining("app.tenant");
        }
    }

    @Test
    void a_quota_of_files_and_of_storage_refuses_what_is_new_and_keeps_what_was_begun() throws Exception {
        UUID id = RealDatabase.get().newWorkspace("FR");
        InWorkspace practitioner = InWorkspace.practitioner(id);
        operator.run(() -> Features.get(Operating.class).choosePlan(id, "solo", new Quota(1, 100L, null), sheet(id).version()));
        practitioner.call(() -> Features.get(Files.class).open(details(), ""));
        refused("file.quota_reached", () -> practitioner.call(() -> Features.get(Files.class).open(details(), "")));
        practitioner.call(() -> Features.get(DocumentStore.class).put("frozen_document", "application/pdf", new byte[100]));
        refused("file.storage_reached", () -> practitioner.call(() -> Features.get(DocumentStore.class).put("frozen_document", "application/pdf", new byte[1])));
        assertThat(practitioner.<UUID>call(() -> Features.get(DocumentStore.class).put("receipt", "application/pdf", new byte[50]))).isNotNull();
        refused("frame.changed_meanwhile", () -> operator.call(() -> {
            Features.get(Operating.class).choosePlan(id, "ample", new Quota(null, null, null), 0);
            return null;
        }));
        operator.run(() -> Features.get(Operating.class).recount(id));
        assertThat(sheet(id).usage().filesOpen()).isEqualTo(1);
        assertThat(sheet(id).usage().storageBytes()).isEqualTo(150);
    }

    @Test
    void a_workspace_counts_itself_and_reads_no_other_count() throws Exception {
        UUID one = RealDatabase.get().newWorkspace("FR");
        UUID two = RealDatabase.get().newWorkspace("FR");
        for (UUID id : List.of(one, two)) {
            InWorkspace.nobody(id).run(() -> Features.get(UsageWork.class).count());
        }
        try (Connection application = RealDatabase.get().connect(As.APPLICATION); Statement statement = application.createStatement()) {
            statement.execute("select set_config('app.tenant', '" + one + "', false)");
            assertThat(RealDatabase.rows(application, "select workspace_id from workspace_usage")).isEqualTo(List.of(List.of(one.toString())));
        }
    }

    @Test
    void erasing_leaves_no_row_of_the_workspace_and_a_sealed_certificate_without_names() throws Exception {
        Features.demo();
        UUID keeper = RealDatabase.get().newWorkspace("FR");
        UUID id = RealDatabase.get().newWorkspace("CA-QC");
        InWorkspace.practitioner(id).call(() -> Features.get(Files.class).open(details(), ""));
        InWorkspace.practitioner(keeper).call(() -> Features.get(Files.class).open(details(), ""));
        InWorkspace.practitioner(id).call(() -> Features.get(DocumentStore.class).put("frozen_document", "application/pdf", new byte[100]));
        String sharedName = "shared-" + System.nanoTime();
        UUID shared = seat(id, sharedName);
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            statement.execute("insert into membership (tenant_id, id, account_id, role) values ('" + keeper + "', gen_random_uuid(), '" + shared + "', 'owner')");
        }
        String aloneName = "alone-" + System.nanoTime();
        UUID alone = seat(id, aloneName);
        take(id, Step.CLOSE, "Fin", 30);
        refused("operator.grace_not_over", () -> erase(id, sheet(id).slug(), true));
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            statement.execute("update workspace set closing_until = now() - interval '1 day' where id = '" + id + "'");
        }
        String slug = sheet(id).slug();
        refused("operator.other_slug", () -> erase(id, "w-autre", true));
        String before = otherRows(keeper);
        erase(id, slug, false);
        erase(id, slug, false);
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            List<String> left = new ArrayList<>();
            for (List<String> table : RealDatabase.rows(superuser, "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid "
                + "where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'tenant_id'")) {
                if (!RealDatabase.rows(superuser, "select 1 from " + table.get(0) + " where tenant_id = '" + id + "' limit 1").isEmpty()) {
                    left.add(table.get(0));
                }
            }
            assertThat(left).as("what the identity provider is still to be asked").containsExactlyInAnyOrder("departed_login", "outbox_command");
            assertThat(RealDatabase.rows(superuser, "select 1 from account where id = '" + alone + "'")).isEmpty();
            assertThat(RealDatabase.rows(superuser, "select 1 from account where id = '" + shared + "'")).hasSize(1);
            assertThat(RealDatabase.rows(superuser, "select name, status from workspace where id = '" + id + "'")).isEqualTo(List.of(List.of("—", "erased")));
        }
        assertThat(otherRows(keeper)).isEqualTo(before);
        TestProvider.shared().refuseOnce(503);
        assertThatThrownBy(() -> runOutbox(id)).as("while the provider is away").hasMessageContaining("503");
        assertThat(logins(id)).isEqualTo(1);
        runOutbox(id);
        assertThat(logins(id)).isZero();
        assertThat(TestProvider.shared().asked).filteredOn(line -> line.startsWith("DELETE /admin/realms/entente/users/") && (line.contains(aloneName) || line.contains(sharedName)))
            .as("removed at the provider: who was here alone, not who is elsewhere as well").isNotEmpty().allSatisfy(line -> assertThat(line).contains("/" + aloneName + " "));
        byte[] certificate = operator.call(() -> Features.get(Erasing.class).certificate(id));
        assertThat(new String(certificate, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(operator.<List<PlatformEntry>>call(() -> Features.get(Operating.class).events(id))).extracting(PlatformEntry::kind).containsExactly("workspace.erase", "workspace.close");
        UUID request = ask("Autre", "again-" + System.nanoTime() + "@demo.example", "ts", "CA-QC");
        refused("operator.slug_taken", () -> operator.call(() -> Features.get(RequestDesk.class).approve(request, slug, "solo")));
    }

    @Test
    void a_stuck_command_is_seen_without_addresses_and_tried_again() throws Exception {
        UUID id = RealDatabase.get().newWorkspace("FR");
        UUID command = UUID.randomUUID();
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            statement.execute("insert into outbox_command (tenant_id, id, kind, subject_id, status, attempts, next_at, last_error, created_at) values ('" + id + "', '"
                + command + "', 'invitation.account', gen_random_uuid(), 'parked', 12, now(), 'no account for noa@demo.example here', now())");
        }
        List<StuckCommand> stuck = operator.call(() -> Features.get(StuckCommands.class).all(id));
        assertThat(stuck).singleElement().satisfies(found -> {
            assertThat(found.parked()).isTrue();
            assertThat(found.error()).isEqualTo("no account for …@… here");
        });
        operator.run(() -> Features.get(StuckCommands.class).retry(command));
        assertThat(operator.<List<StuckCommand>>call(() -> Features.get(StuckCommands.class).all(id))).isEmpty();
        assertThatThrownBy(() -> operator.run(() -> Features.get(StuckCommands.class).retry(command))).isInstanceOf(NotFound.class);
    }

    @Test
    void the_trail_is_a_chain_that_anybody_can_compute() throws Exception {
        UUID id = RealDatabase.get().newWorkspace("FR");
        take(id, Step.SUSPEND, "Été « ; »", 30);
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Connection operators = RealDatabase.get().connect(As.OPERATOR)) {
            byte[] previous = new byte[32];
            for (List<String> row : RealDatabase.rows(superuser, "select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), kind, coalesce(actor::text, ''), "
                + "coalesce(workspace_id::text, ''), detail, encode(hash, 'hex') from platform_event order by seq")) {
                java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
                digest.update(new byte[] {0, 1});
                digest.update(previous);
                for (String field : row.subList(0, 6)) {
                    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                    digest.update(bytes);
                }
                previous = digest.digest();
                assertThat(java.util.HexFormat.of().formatHex(previous)).isEqualTo(row.get(6));
            }
            assertThatThrownBy(() -> RealDatabase.rows(operators, "insert into platform_event values (99999, now(), 'a.b', null, null, '', '', '') returning seq"))
                .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> RealDatabase.rows(superuser, "delete from platform_event returning seq")).hasMessageContaining("only added to");
        }
    }

    private UUID ask(String practice, String email, String profession, String jurisdiction) throws Exception {
        RequestForm form = new RequestForm();
        form.setName("Alix Exemple");
        form.setPracticeName(practice);
        form.setEmail(email);
        form.setProfession(profession);
        form.setJurisdiction(jurisdiction);
        form.setLanguage("fr");
        InWorkspace.platform().run(() -> Features.get(Requests.class).ask(form));
        return operator.call(() -> Features.get(RequestDesk.class).page("received", 1)).rows().stream().filter(row -> row.email().equals(email) && row.practiceName().equals(practice))
            .findFirst().orElseThrow().id();
    }

    private Object refuse(UUID request, String reason) {
        Features.get(RequestDesk.class).refuse(request, reason);
        return null;
    }

    private String take(UUID id, Step step, String reason, int days) throws Exception {
        operator.run(() -> Features.get(Operating.class).take(id, step, reason, days));
        return "";
    }

    private String erase(UUID id, String slug, boolean handedOver) throws Exception {
        operator.run(() -> Features.get(Erasing.class).erase(id, slug, handedOver));
        return "";
    }

    private WorkspaceSheet sheet(UUID id) throws Exception {
        return operator.call(() -> Features.get(Operating.class).find(id));
    }

    private Stage stage(UUID id) throws Exception {
        return sheet(id).stage();
    }

    private static void runOutbox(UUID workspace) throws Exception {
        for (Waiting.Due due : InWorkspace.platform().<List<Waiting.Due>>call(() -> Features.get(Waiting.class).due("commands_to_run"))) {
            if (due.tenant().equals(workspace)) {
                InWorkspace.nobody(workspace).run(() -> Features.get(OutboxWork.class).carryOut(due.id()));
            }
        }
    }

    private static int logins(UUID workspace) throws SQLException {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            return Integer.parseInt(RealDatabase.rows(superuser, "select count(*) from departed_login where tenant_id = '" + workspace + "'").get(0).get(0));
        }
    }

    private static List<String> counts(UUID id) throws SQLException {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            return RealDatabase.rows(superuser, "select (select count(*) from approach where tenant_id = '" + id + "'), (select count(*) from process_step where tenant_id = '"
                + id + "'), (select count(*) from agreement_template where tenant_id = '" + id + "')").get(0);
        }
    }

    private static String otherRows(UUID workspace) throws SQLException {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            return RealDatabase.rows(superuser, "select (select count(*) from person where tenant_id = '" + workspace + "'), (select count(*) from membership where tenant_id = '"
                    + workspace + "')").toString();
        }
    }

    private static UUID seat(UUID workspace, String name) throws Exception {
        UUID account = InWorkspace.platform().call(() -> Features.get(app.entente.identity.Accounts.class).ensure(name, name + "@demo.example", "fr"));
        InWorkspace.nobody(workspace).run(() -> Features.get(app.entente.identity.Seats.class).seatOwner(account));
        return account;
    }

    private static PersonDetails details() {
        PersonDetails details = new PersonDetails();
        details.setGivenName("Ada");
        details.setFamilyName("Example");
        return details;
    }

    private static void refused(String code, Callable<?> work) {
        assertThatThrownBy(work::call).isInstanceOf(BusinessRuleViolation.class).hasMessage(code);
    }
}
