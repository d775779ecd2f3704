package app.entente.platform;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.NotFound;
import app.entente.kernel.Sha256;
import app.entente.kernel.Texts;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** Where the operator decides on requests for a workspace (rules 3 to 5). */
@Stateless
@PlatformUseCases
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RequestDesk {

    /** Days for which a refused request is kept, so that the person may ask why. */
    static final int KEPT_DAYS = 180;
    private static final int SIZE = 50;
    private static final int LONGEST_REASON = 2000;
    private static final String ROWS = "select r.*, a.email as decider from workspace_request r left join account a on a.id = r.decided_by";

    @Inject
    OperatorDatabase database;
    @Inject
    Caller caller;
    @Inject
    Clock clock;

    /** A page of requests of one status, or of all when it is empty; oldest first while they wait, latest first otherwise. */
    @RolesAllowed(Role.OPERATOR)
    public Listed<RequestRow> page(String status, int page) {
        String asked = status == null ? "" : status;
        return database.inOne(statements -> {
            long total = statements.number("select count(*) from workspace_request r where ? = '' or r.status = ?", asked, asked);
            int shown = (int) Math.min(Math.max(1, page), Math.max(1, (total + SIZE - 1) / SIZE));
            String order = "received".equals(asked) ? " order by r.created_at, r.id" : " order by r.created_at desc, r.id";
            return new Listed<>(statements.rows(ROWS + " where ? = '' or r.status = ?" + order + " limit ? offset ?", RequestRow::of, asked, asked, SIZE,
                (shown - 1) * SIZE), total, shown, SIZE);
        });
    }

    /** How many wait for a decision. */
    @RolesAllowed(Role.OPERATOR)
    public long waiting() {
        return database.inOne(statements -> statements.number("select count(*) from workspace_request where status = 'received'"));
    }

    /** One request. */
    @RolesAllowed(Role.OPERATOR)
    public RequestRow find(UUID id) {
        return database.inOne(statements -> request(statements, id));
    }

    /** An address made from the practice's name that nobody has or had. */
    @RolesAllowed(Role.OPERATOR)
    public String proposedSlug(UUID id) {
        return database.inOne(statements -> {
            String word = Slug.of(request(statements, id).practiceName());
            String proposed = word;
            for (int number = 2; taken(statements, proposed); number++) {
                proposed = Slug.another(word, number);
            }
            return proposed;
        });
    }

    /**
     * Opens a workspace for a request; once more, it answers the one that was opened. Refused with {@code operator.slug_shape},
     * {@code operator.slug_taken}, {@code operator.plan_unknown}, or {@code operator.request_decided} when it was decided otherwise.
     *
     * @return the workspace
     */
    @RolesAllowed(Role.OPERATOR)
    public UUID approve(UUID id, String slug, String plan) {
        String word = slug == null ? "" : slug.strip().toLowerCase(Locale.ROOT);
        return database.inOne(statements -> {
            statements.rows("select 1 from workspace_request where id = ? for update", row -> row.count(1), id);
            RequestRow request = request(statements, id);
            if (request.workspaceId() != null) {
                return request.workspaceId();
            }
            mustBeOpen(request);
            if (!Slug.fits(word)) {
                throw new BusinessRuleViolation("operator.slug_shape");
            }
            if (taken(statements, word)) {
                throw new BusinessRuleViolation("operator.slug_taken", word);
            }
            if (statements.number("select count(*) from plan where code = ?", plan) == 0) {
                throw new BusinessRuleViolation("operator.plan_unknown");
            }
            UUID workspace = Ids.next();
            statements.change("insert into workspace (id, slug, name, status, plan, jurisdiction, zone, language, opened_at, status_since) "
                + "values (?, ?, ?, 'open', ?, ?, ?, ?, ?, ?)", workspace, word, request.practiceName(), plan, request.jurisdiction(),
                "CA-QC".equals(request.jurisdiction()) ? "America/Toronto" : "Europe/Paris", request.language(), clock.instant(), clock.instant());
            statements.change("update workspace_request set status = 'approved', decided_at = ?, decided_by = ?, workspace_id = ?, version = version + 1 where id = ?",
                clock.instant(), caller.accountId(), workspace, id);
            statements.rows("select ask_of_workspace(?, 'workspace.furnish')", row -> row.text("ask_of_workspace"), workspace);
            statements.note("workspace.approve", caller.accountId(), workspace, plan);
            return workspace;
        });
    }

    /** Declines a request, with a reason the person is told, and forgets it {@value #KEPT_DAYS} days later (rule 9); without effect when it was declined already. */
    @RolesAllowed(Role.OPERATOR)
    public void refuse(UUID id, String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw new BusinessRuleViolation("operator.reason_missing");
        }
        if (why.length() > LONGEST_REASON) {
            throw new BusinessRuleViolation("operator.reason_long", LONGEST_REASON);
        }
        database.inOne(statements -> {
            statements.rows("select 1 from workspace_request where id = ? for update", row -> row.count(1), id);
            RequestRow request = request(statements, id);
            if ("refused".equals(request.status())) {
                return null;
            }
            mustBeOpen(request);
            statements.change("update workspace_request set status = 'refused', decided_at = ?, decided_by = ?, reason = ?, forget_on = ?::date, version = version + 1 where id = ?",
                clock.instant(), caller.accountId(), why, LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(KEPT_DAYS), id);
            Locale locale = Texts.locale(request.language(), request.jurisdiction());
            statements.change("insert into platform_mail (id, dedup_key, recipient, language, subject, body, status) values (?, ?, ?, ?, ?, ?, 'queued')",
                Ids.next(), "refused:" + id, request.email(), request.language(), Texts.of("platform.refused.subject", locale, false),
                Texts.of("platform.refused.body", locale, false, why));
            statements.note("request.refuse", caller.accountId(), null, id.toString());
            return null;
        });
    }

    private static void mustBeOpen(RequestRow request) {
        if (!request.open()) {
            throw new BusinessRuleViolation("operator.request_decided");
        }
    }

    private static RequestRow request(OperatorStatements statements, UUID id) {
        return statements.first(ROWS + " where r.id = ?", RequestRow::of, id).orElseThrow(NotFound::new);
    }

    private static boolean taken(OperatorStatements statements, String word) {
        return statements.number("select (select count(*) from workspace where slug = ?) + (select count(*) from retired_slug where slug_sha256 = ?)", word,
            Sha256.of(word.getBytes(StandardCharsets.UTF_8)).bytes()) > 0;
    }
}
