package app.entente.platform;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.tenant.InTenant;
import app.entente.tenant.PlatformUseCases;
import app.entente.workspace.Quota;
import app.entente.workspace.Stage;
import app.entente.workspace.Usage;
import app.entente.workspace.UsageWork;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The operator watches workspaces and takes them through their life. */
@Stateless
@PlatformUseCases
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Operating {

    /** Days between closing and the day it may be erased, unless said otherwise. */
    public static final int GRACE_DAYS = 30;
    private static final int SHORTEST_GRACE = 7;
    private static final int LONGEST_GRACE = 365;
    private static final int LONGEST_REASON = 2000;

    @Inject
    OperatorDatabase database;
    @Inject
    Caller caller;
    @Inject
    Clock clock;
    @Inject
    InTenant inTenant;
    @Inject
    UsageWork usageWork;

    /** A page of workspaces; sorted, filtered and cut by the database. */
    @RolesAllowed(Role.OPERATOR)
    public Listed<WorkspaceRow> page(WorkspaceQuery query) {
        String order = switch (query.sort()) {
            case "opened" -> "w.opened_at desc, w.id";
            case "files" -> "u.files_open desc nulls last, w.id";
            case "storage" -> "u.storage_bytes desc nulls last, w.id";
            case "mails" -> "u.mails_month desc nulls last, w.id";
            default -> "lower(w.name), w.id";
        };
        String words = "%" + query.words().toLowerCase(java.util.Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        StringBuilder where = new StringBuilder(query.status().isEmpty() ? "w.status <> 'erased'" : "w.status = ?");
        List<Object> arguments = new java.util.ArrayList<>();
        if (!query.status().isEmpty()) {
            arguments.add(query.status());
        }
        if (!query.words().isEmpty()) {
            where.append(" and (lower(w.name) like ? or w.slug::text like ?)");
            arguments.addAll(List.of(words, words));
        }
        if (!query.plan().isEmpty()) {
            where.append(" and w.plan = ?");
            arguments.add(query.plan());
        }
        return database.inOne(statements -> {
            long total = statements.number("select count(*) from workspace w where " + where, arguments.toArray());
            int last = (int) Math.max(1, (total + WorkspaceQuery.SIZE - 1) / WorkspaceQuery.SIZE);
            int page = Math.min(query.page(), last);
            List<Object> cut = new java.util.ArrayList<>(arguments);
            cut.addAll(List.of(WorkspaceQuery.SIZE, (page - 1) * WorkspaceQuery.SIZE));
            List<WorkspaceRow> rows = statements.rows("select w.id, w.slug, w.name, w.status, w.plan, w.jurisdiction, w.opened_at, w.status_since, "
                + "u.files_open, u.storage_bytes, u.mails_month from workspace w left join workspace_usage u on u.workspace_id = w.id where " + where
                + " order by " + order + " limit ? offset ?", WorkspaceRow::of, cut.toArray());
            return new Listed<>(rows, total, page, WorkspaceQuery.SIZE);
        });
    }

    /** All that may be seen of one workspace, erased or not. */
    @RolesAllowed(Role.OPERATOR)
    public WorkspaceSheet find(UUID id) {
        return database.inOne(statements -> sheet(statements, id));
    }

    /** What the trail says of one workspace, latest first. */
    @RolesAllowed(Role.OPERATOR)
    public List<PlatformEntry> events(UUID id) {
        return database.inOne(statements -> statements.rows(Journal.ENTRIES + " where e.workspace_id = ? order by e.seq desc limit 200", PlatformEntry::of, id));
    }

    /**
     * Takes a step of a workspace's life (rules 4 to 6); without effect when it was taken already. Approving and erasing have doors of their own.
     * Suspending also asks the outbox to sign out those who work there; their accounts and their clients' stay as they are.
     *
     * @param reason why; {@code operator.reason_missing} when the step asks for one and there is none
     * @param graceDays for closing: days until it may be erased, {@code operator.grace_days} unless between 7 and 365
     */
    @RolesAllowed(Role.OPERATOR)
    public void take(UUID id, Stage.Step step, String reason, int graceDays) {
        if (step == Stage.Step.APPROVE || step == Stage.Step.ERASE) {
            throw new BusinessRuleViolation("operator.illegal_step");
        }
        String why = reason == null ? "" : reason.strip();
        if (step.explained() && why.isEmpty()) {
            throw new BusinessRuleViolation("operator.reason_missing");
        }
        if (why.length() > LONGEST_REASON) {
            throw new BusinessRuleViolation("operator.reason_long", LONGEST_REASON);
        }
        if (step == Stage.Step.CLOSE && (graceDays < SHORTEST_GRACE || graceDays > LONGEST_GRACE)) {
            throw new BusinessRuleViolation("operator.grace_days", SHORTEST_GRACE, LONGEST_GRACE);
        }
        database.inOne(statements -> {
            Stage before = Stage.of(statements.first("select status from workspace where id = ? for update", row -> row.text("status"), id).orElseThrow(NotFound::new));
            Stage after = before.after(step);
            if (after != before) {
                Instant until = after == Stage.CLOSING ? clock.instant().plus(Duration.ofDays(graceDays)) : null;
                statements.change("update workspace set status = ?, status_since = ?, closing_until = ?, version = version + 1 where id = ?",
                    after.word(), clock.instant(), until, id);
                if (after == Stage.SUSPENDED) {
                    statements.rows("select ask_of_workspace(?, 'workspace.sign_out')", row -> row.text("ask_of_workspace"), id);
                }
                statements.note("workspace." + step.word(), caller.accountId(), id, until == null ? why : why + " → " + LocalDate.ofInstant(until, ZoneOffset.UTC));
            }
            return null;
        });
    }

    /**
     * Gives a workspace a plan and limits of its own; a limit left null is the plan's.
     *
     * @param version as the page was shown; {@code frame.changed_meanwhile} when somebody was faster
     */
    @RolesAllowed(Role.OPERATOR)
    public void choosePlan(UUID id, String plan, Quota own, int version) {
        if (own.clients() != null && own.clients() < 0 || own.storage() != null && own.storage() < 0 || own.mails() != null && own.mails() < 0) {
            throw new BusinessRuleViolation("operator.quota_negative");
        }
        database.inOne(statements -> {
            if (statements.number("select count(*) from plan where code = ?", plan) == 0) {
                throw new BusinessRuleViolation("operator.plan_unknown");
            }
            WorkspaceSheet before = sheet(statements, id);
            if (before.stage() == Stage.ERASED) {
                throw new BusinessRuleViolation("operator.illegal_step");
            }
            if (before.plan().equals(plan) && before.own().equals(own)) {
                return null;
            }
            int changed = statements.change("update workspace set plan = ?, quota_clients = ?::integer, quota_storage = ?::bigint, quota_mails = ?::integer, "
                + "version = version + 1 where id = ? and version = ?", plan, own.clients(), own.storage(), own.mails(), id, version);
            if (changed == 0) {
                throw new BusinessRuleViolation("frame.changed_meanwhile");
            }
            statements.note("workspace.plan", caller.accountId(), id, plan + " " + own);
            return null;
        });
    }

    /** Has a workspace counted now, by itself. */
    @RolesAllowed(Role.OPERATOR)
    public void recount(UUID id) {
        if (find(id).stage() != Stage.ERASED) {
            inTenant.run(id, usageWork::count);
        }
    }

    static WorkspaceSheet sheet(OperatorStatements statements, UUID id) {
        return statements.first("""
            select w.*, u.*, p.quota_clients as plan_clients, p.quota_storage as plan_storage, p.quota_mails as plan_mails,
                   (select count(*) from workspace_request r where r.workspace_id = w.id) as asked,
                   (select max(l.value::integer) from law_text l where l.jurisdiction = w.jurisdiction and l.code in ('qc.retention', 'fr.file.retention')) as file_years,
                   (select max(l.value::integer) from law_text l where l.jurisdiction = w.jurisdiction and l.code in ('qc.retention.tax', 'fr.accounting.retention')) as receipt_years
              from workspace w join plan p on p.code = w.plan left join workspace_usage u on u.workspace_id = w.id where w.id = ?""",
            Operating::sheet, id).orElseThrow(NotFound::new);
    }

    private static WorkspaceSheet sheet(FoundRow row) {
        Quota own = new Quota(row.limit("quota_clients"), row.size("quota_storage"), row.limit("quota_mails"));
        Quota plan = new Quota(row.limit("plan_clients"), row.size("plan_storage"), row.limit("plan_mails"));
        Quota quota = new Quota(own.clients() == null ? plan.clients() : own.clients(), own.storage() == null ? plan.storage() : own.storage(),
            own.mails() == null ? plan.mails() : own.mails());
        Usage usage = row.instant("counted_at") == null ? null : new Usage(row.number("files_open"), row.number("files_all"), row.size("storage_bytes"),
            row.number("documents"), row.number("mails_month"), row.day("month"), row.number("owners"), row.number("assistants"), row.number("supervisors"),
            row.number("portals"), row.number("receipts"), row.day("last_receipt_on"), row.day("last_meeting_on"), row.instant("counted_at"));
        return new WorkspaceSheet(row.id("id"), row.text("slug"), row.text("name"), Stage.of(row.text("status")), row.instant("status_since"),
            row.instant("closing_until"), row.instant("erased_at"), row.text("plan"), row.text("jurisdiction"), row.text("zone"), row.text("language"),
            row.instant("opened_at"), row.number("version"), own, quota, usage, retention(usage, row.limit("file_years"), row.limit("receipt_years")),
            usage != null || row.number("asked") == 0);
    }

    /** Files: years after the last service. Receipts: years after the end of the year they were issued in. */
    private static LocalDate retention(Usage usage, Integer fileYears, Integer receiptYears) {
        LocalDate files = usage == null || usage.lastMeetingOn() == null || fileYears == null ? null : usage.lastMeetingOn().plusYears(fileYears);
        LocalDate receipts = usage == null || usage.lastReceiptOn() == null || receiptYears == null ? null
            : LocalDate.of(usage.lastReceiptOn().getYear() + receiptYears, 12, 31);
        return files == null ? receipts : receipts == null || files.isAfter(receipts) ? files : receipts;
    }
}
