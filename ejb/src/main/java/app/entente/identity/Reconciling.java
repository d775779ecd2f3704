package app.entente.identity;

import app.entente.kernel.Ids;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compares our accounts with the identity provider's users, a page and a transaction at a time, and writes down where they disagree. It changes
 * nothing on either side.
 */
@Stateless
@PlatformUseCases
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Reconciling {

    static final int PAGE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Directory directory;

    /** Begins today's comparison; null when another node has begun it. */
    @PermitAll
    public UUID begin() {
        UUID id = Ids.next();
        int made = sql("insert into reconciliation (id, day, started_at) values (cast(? as uuid), cast(? as date), ?) on conflict (day) do nothing", id,
            LocalDate.now(clock).toString(), Timestamp.from(clock.instant())).executeUpdate();
        return made == 1 ? id : null;
    }

    /**
     * Looks up a page of our accounts at the provider: missing, disabled, or without the role that a membership needs.
     *
     * @param after the last account of the page before; null for the first page
     * @return the last account of this page; null when it was the last page
     */
    @PermitAll
    public UUID accounts(UUID run, UUID after) {
        List<Object[]> page = rows(sql("select cast(id as text), subject from account where id > cast(? as uuid) and id not in (select account_id from operator) "
            + "order by id limit " + PAGE, after == null ? FIRST : after));
        Map<String, List<Object[]>> seats = page.isEmpty() ? Map.of()
            : rows(sql("select cast(account_id as text), cast(tenant_id as text), role from seats_of(cast(string_to_array(?, ',') as uuid[]))",
                page.stream().map(row -> (String) row[0]).collect(Collectors.joining(",")))).stream().collect(Collectors.groupingBy(seat -> (String) seat[0]));
        for (Object[] row : page) {
            compare(run, UUID.fromString((String) row[0]), (String) row[1], seats.getOrDefault(row[0], List.of()));
        }
        sql("update reconciliation set accounts = accounts + ? where id = cast(? as uuid)", page.size(), run).executeUpdate();
        return page.size() < PAGE ? null : UUID.fromString((String) page.get(page.size() - 1)[0]);
    }

    /**
     * Looks up a page of the provider's users among our accounts.
     *
     * @param first how many users come before this page
     * @return whether there may be another page
     */
    @PermitAll
    public boolean users(UUID run, int first) {
        List<String> page = directory.subjects(first, PAGE);
        if (!page.isEmpty()) {
            Set<String> known = new HashSet<>(em.createQuery("select a.subject from Account a where a.subject in :page", String.class)
                .setParameter("page", page).getResultList());
            page.stream().filter(subject -> !known.contains(subject)).forEach(subject -> note(run, new Finding("account_missing", null, subject, null)));
            sql("update reconciliation set users = users + ? where id = cast(? as uuid)", page.size(), run).executeUpdate();
        }
        return page.size() == PAGE;
    }

    /** Ends the comparison. */
    @PermitAll
    public void finish(UUID run) {
        sql("update reconciliation set finished_at = ? where id = cast(? as uuid)", Timestamp.from(clock.instant()), run).executeUpdate();
    }

    private void compare(UUID run, UUID account, String subject, List<Object[]> seats) {
        UserState state = directory.state(subject);
        if (state == UserState.MISSING) {
            note(run, new Finding("user_missing", account, subject, null));
        } else if (state == UserState.DISABLED) {
            note(run, new Finding("user_disabled", account, subject, null));
        } else if (state == UserState.ENABLED && !seats.isEmpty()) {
            Set<String> roles = directory.rolesOf(subject);
            List<Object[]> missing = new ArrayList<>(seats);
            missing.removeIf(seat -> roles.contains("owner".equals(seat[2]) ? Role.PRACTITIONER : Role.ASSISTANT) || roles.contains(Role.PRACTITIONER));
            missing.forEach(seat -> note(run, new Finding("role_missing", account, subject, UUID.fromString((String) seat[1]))));
        }
    }

    private void note(UUID run, Finding finding) {
        sql("insert into reconciliation_finding (id, reconciliation_id, kind, account_id, subject, workspace_id) values (cast(? as uuid), cast(? as uuid), ?, "
            + "cast(? as uuid), ?, cast(? as uuid))", Ids.next(), run, finding.kind(), finding.account(), finding.subject(), finding.workspace()).executeUpdate();
    }

    // Native: these tables belong to no workspace and to no entity; the directory's function is the only way to look across workspaces.
    private Query sql(String sql, Object... values) {
        Query query = em.createNativeQuery(sql).setHint("eclipselink.jdbc.allow-native-sql-query", "true");
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i] instanceof UUID id ? id.toString() : values[i]);
        }
        return query;
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
