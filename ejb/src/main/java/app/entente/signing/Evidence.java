package app.entente.signing;

import app.entente.identity.Caller;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Writes and reads the chained events of a signing (rule 7). Writers of one signing take turns on its row. */
@Stateless
@UseCases
public class Evidence {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Caller caller;
    @Inject
    Clock clock;

    /** Adds an event with who, from where and at what level, and these details. */
    @PermitAll
    public void add(UUID signing, String kind, Map<String, String> details) {
        // Taking the lock reads the row anew: what the caller has changed in it must be in the database by then.
        em.flush();
        em.find(Signing.class, signing, LockModeType.PESSIMISTIC_WRITE);
        List<EvidenceEvent> last = em.createQuery("select e from EvidenceEvent e where e.signingId = :signing order by e.sequence desc", EvidenceEvent.class)
            .setParameter("signing", signing).setMaxResults(1).getResultList();
        int sequence = last.isEmpty() ? 1 : last.get(0).getSequence() + 1;
        String previous = last.isEmpty() ? EvidenceChain.BEGINNING : last.get(0).getHash();
        Instant now = clock.instant();
        String body = body(sequence, now, kind, new TreeMap<>(details));
        em.persist(new EvidenceEvent(signing, sequence, now, kind, body, previous, EvidenceChain.hash(previous, body)));
        em.flush();
    }

    /** All events, in order. */
    @PermitAll
    public List<EvidenceEvent> of(UUID signing) {
        return em.createQuery("select e from EvidenceEvent e where e.signingId = :signing order by e.sequence", EvidenceEvent.class)
            .setParameter("signing", signing).getResultList();
    }

    /** Number of the first event whose hash does not hold; 0 when the chain is sound. */
    @PermitAll
    public int firstBroken(UUID signing) {
        return EvidenceChain.firstBroken(of(signing));
    }

    private String body(int sequence, Instant now, String kind, TreeMap<String, String> details) {
        JsonObjectBuilder json = Json.createObjectBuilder()
            .add("sequence", sequence)
            .add("at", DateTimeFormatter.ISO_INSTANT.format(now))
            .add("kind", kind);
        if (caller.signedIn()) {
            json.add("account", caller.subject()).add("level", caller.level())
                .add("authenticatedAt", DateTimeFormatter.ISO_INSTANT.format(caller.authenticatedAt()))
                .add("session", String.valueOf(caller.sessionId())).add("address", caller.address()).add("device", caller.device());
        }
        JsonObjectBuilder more = Json.createObjectBuilder();
        details.forEach((name, value) -> more.add(name, value == null ? "" : value));
        return json.add("details", more).build().toString();
    }
}
