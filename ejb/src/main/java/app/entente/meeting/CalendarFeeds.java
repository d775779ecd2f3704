package app.entente.meeting;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One's own private calendar address: made, made anew, revoked (rule 11). Everybody has one at most. */
@Stateless
@UseCases
public class CalendarFeeds {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Caller caller;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    String baseUrl;

    /** The feed there is; null when there is none. Its address was shown once and is not known any more. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT, Role.CLIENT})
    public CalendarFeed mine() {
        return all().stream().findFirst().orElse(null);
    }

    /**
     * Makes an address; the one before works no more.
     *
     * @param titles for who works here: {@link CalendarFeed#REFERENCE} or {@link CalendarFeed#INITIALS}; a client's feed follows their wish
     * @return the whole address, to be shown this once
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT, Role.CLIENT})
    @Audited("meeting.feed_made")
    public String renew(String titles) {
        revoke();
        String secret = CalendarFeed.secret();
        UUID person = caller.personId();
        em.persist(person == null ? CalendarFeed.ofAccount(caller.accountId(), secret, titles, clock.instant())
            : CalendarFeed.ofPerson(person, secret, clock.instant()));
        return baseUrl + "/feed/" + secret + ".ics";
    }

    /** Ends the address; without effect when there is none. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT, Role.CLIENT})
    @Audited("meeting.feed_revoked")
    public void revoke() {
        all().forEach(feed -> feed.revoke(clock.instant()));
    }

    private List<CalendarFeed> all() {
        UUID person = caller.personId();
        return em.createQuery(person == null ? "select f from CalendarFeed f where f.accountId = :owner and f.revokedAt is null"
            : "select f from CalendarFeed f where f.personId = :owner and f.revokedAt is null", CalendarFeed.class)
            .setParameter("owner", person == null ? caller.accountId() : person).getResultList();
    }
}
