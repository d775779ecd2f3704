package app.entente.platform;

import app.entente.identity.Role;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** The platform's trail, as the operator reads it. */
@Stateless
@PlatformUseCases
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Journal {

    /** Rows of a page. */
    public static final int SIZE = 100;
    static final String ENTRIES = "select e.seq, e.at, e.kind, a.email as actor, e.workspace_id, w.name as workspace, e.detail, encode(e.hash, 'hex') as hash "
        + "from platform_event e left join account a on a.id = e.actor left join workspace w on w.id = e.workspace_id";

    @Inject
    OperatorDatabase database;

    /**
     * A page of it, latest first.
     *
     * @param kind one kind of event; empty for all
     * @param before only entries before this number; 0 for the latest
     */
    @RolesAllowed(Role.OPERATOR)
    public List<PlatformEntry> page(String kind, long before) {
        String asked = kind == null ? "" : kind;
        return database.inOne(statements -> statements.rows(ENTRIES + " where (? = '' or e.kind = ?) and (? = 0 or e.seq < ?) order by e.seq desc limit " + SIZE,
            PlatformEntry::of, asked, asked, before, before));
    }

    /** Every kind of event there is so far. */
    @RolesAllowed(Role.OPERATOR)
    public List<String> kinds() {
        return database.inOne(statements -> statements.rows("select distinct kind from platform_event order by 1", row -> row.text("kind")));
    }
}
