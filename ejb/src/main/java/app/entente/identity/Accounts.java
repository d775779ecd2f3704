package app.entente.identity;

import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Accounts and the places they may go to. Outside every workspace; called by the sign-in mechanism. */
@Stateless
@PlatformUseCases
public class Accounts {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;

    /** The account of somebody who has just arrived from the identity provider; made at the first arrival. */
    @PermitAll
    public UUID arrive(Login login) {
        Account account = em.createQuery("select a from Account a where a.subject = :subject", Account.class)
            .setParameter("subject", login.subject()).getResultStream().findFirst().orElse(null);
        String locale = login.locale() == null ? "fr" : login.locale();
        if (account == null) {
            account = new Account(login.subject(), login.email(), locale, clock.instant());
            em.persist(account);
        } else if (!account.getEmail().equalsIgnoreCase(login.email())) {
            account.arrivedWith(login.email(), locale);
        }
        return account.getId();
    }

    /** The account of a subject that the identity provider has told us of before that person's first arrival; made when there is none. */
    @PermitAll
    public UUID ensure(String subject, String email, String locale) {
        UUID known = find(subject);
        if (known != null) {
            return known;
        }
        Account account = new Account(subject, email, locale, clock.instant());
        em.persist(account);
        em.flush();
        return account.getId();
    }

    /** The account known under a subject; null when nobody with it has arrived yet. */
    @PermitAll
    public UUID find(String subject) {
        return em.createQuery("select a.id from Account a where a.subject = :subject", UUID.class)
            .setParameter("subject", subject).getResultStream().findFirst().orElse(null);
    }

    /** How the identity provider names an account; null when there is none. */
    @PermitAll
    public String subjectOf(UUID account) {
        return em.createQuery("select a.subject from Account a where a.id = :id", String.class)
            .setParameter("id", account).getResultStream().findFirst().orElse(null);
    }

    /** Whether the account is one of the platform's operators. The provider must say so too. */
    @PermitAll
    public boolean operates(UUID account) {
        return !nativeQuery("select 1 from operator where account_id = cast(? as uuid)", account).isEmpty();
    }

    /** Every practice and portal this account may enter, practices first. */
    @PermitAll
    public List<Place> placesOf(UUID account) {
        return nativeQuery("select slug, name, accent, status, part from places_of(cast(? as uuid))", account).stream()
            .map(Object[].class::cast)
            .map(row -> new Place((String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]))
            .toList();
    }

    /** Notes that the provider has ended a session; known ones are ignored. */
    @PermitAll
    public void endSession(String sid) {
        em.createNativeQuery("insert into ended_session (sid) values (?) on conflict do nothing")
            .setParameter(1, sid).setHint("eclipselink.jdbc.allow-native-sql-query", "true").executeUpdate();
    }

    /** Whether the provider has ended this session. */
    @PermitAll
    public boolean ended(String sid) {
        return !nativeQuery("select 1 from ended_session where sid = ?", sid).isEmpty();
    }

    /**
     * What an account is in a workspace, asked on each request.
     *
     * @param sid the provider's session; null when it named none
     * @param workspace null where no workspace is meant: then only the session is looked at
     */
    @PermitAll
    public Seat seatAt(String sid, UUID account, UUID workspace) {
        Object[] row = (Object[]) nativeQuery("select ended, role, cast(person_id as text), support from seat_at(?, cast(? as uuid), cast(? as uuid))", sid, account,
            workspace).get(0);
        return new Seat((Boolean) row[0], (String) row[1], row[2] == null ? null : UUID.fromString((String) row[2]), (Boolean) row[3]);
    }

    private List<?> nativeQuery(String sql, Object... arguments) {
        Query query = em.createNativeQuery(sql).setHint("eclipselink.jdbc.allow-native-sql-query", "true");
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i] == null ? null : arguments[i].toString());
        }
        return query.getResultList();
    }
}
