package app.entente.platform;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Bilingual;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.tenant.PlatformUseCases;
import app.entente.workspace.Quota;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** What the platform offers. */
@Stateless
@PlatformUseCases
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Plans {

    private static final int LONGEST_NAME = 60;

    @Inject
    OperatorDatabase database;
    @Inject
    Caller caller;

    /** Every plan, in its order. */
    @RolesAllowed(Role.OPERATOR)
    public List<PlanRow> all() {
        return database.inOne(statements -> statements.rows("""
            select p.*, (select count(*) from workspace w where w.plan = p.code and w.status <> 'erased') as workspaces from plan p order by p.position, p.code""",
            PlanRow::of));
    }

    /**
     * Changes a plan, or adds one whose code nobody has yet; null limits are none. Workspaces that have more than a new limit keep what they have.
     *
     * @param version as the page was shown; 0 for a new one. {@code frame.changed_meanwhile} when somebody was faster
     */
    @RolesAllowed(Role.OPERATOR)
    public void change(String code, Bilingual name, Quota quota, int version) {
        if (code == null || !code.matches("[a-z][a-z0-9_]{1,29}")) {
            throw new BusinessRuleViolation("operator.plan_code");
        }
        if (blankOrLong(name.getFr()) || blankOrLong(name.getEn())) {
            throw new BusinessRuleViolation("operator.plan_name", LONGEST_NAME);
        }
        if (quota.clients() != null && quota.clients() < 0 || quota.storage() != null && quota.storage() < 0 || quota.mails() != null && quota.mails() < 0) {
            throw new BusinessRuleViolation("operator.quota_negative");
        }
        database.inOne(statements -> {
            boolean known = statements.number("select count(*) from plan where code = ?", code) == 1;
            int changed = known
                ? statements.change("update plan set name_fr = ?, name_en = ?, quota_clients = ?::integer, quota_storage = ?::bigint, quota_mails = ?::integer, "
                    + "version = version + 1 where code = ? and version = ?", name.getFr().strip(), name.getEn().strip(), quota.clients(), quota.storage(),
                    quota.mails(), code, version)
                : statements.change("insert into plan (code, name_fr, name_en, quota_clients, quota_storage, quota_mails, position) values (?, ?, ?, ?::integer, "
                    + "?::bigint, ?::integer, (select coalesce(max(position), 0) + 1 from plan))", code, name.getFr().strip(), name.getEn().strip(), quota.clients(),
                    quota.storage(), quota.mails());
            if (changed == 0) {
                throw new BusinessRuleViolation("frame.changed_meanwhile");
            }
            statements.note(known ? "plan.changed" : "plan.added", caller.accountId(), null, code + " " + quota);
            return null;
        });
    }

    private static boolean blankOrLong(String name) {
        return name == null || name.isBlank() || name.strip().length() > LONGEST_NAME;
    }
}
