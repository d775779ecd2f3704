package app.entente.document;

import app.entente.kernel.NotFound;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals documents of the current workspace, keeps them and finds them again. It knows nothing of who asks: the feature that calls it has
 * decided that the person may.
 */
@Stateless
@UseCases
public class Seals {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Seal seal;
    @Inject
    DocumentStore store;
    @Inject
    Clock clock;

    /**
     * Seals a rendered document and keeps it, in the transaction of the caller. It waits for the time-stamping authority: hold no lock that
     * others wait for.
     *
     * @param kind {@code agreement}, {@code evidence}, {@code receipt} or {@code plan}
     * @param subject what the document is of
     * @param language {@code fr} or {@code en}
     * @param code the code that the rendered document shows
     * @throws TimeStampUnavailable when there is no believable time-stamp; nothing was written, and the transaction may go on
     */
    @PermitAll
    public SealedDocument seal(String kind, UUID subject, String title, String language, CheckCode code, byte[] rendered)
        throws TimeStampUnavailable {
        SealedBytes sealed = seal.seal(rendered);
        UUID document = store.put(kind, "application/pdf", sealed.pdf());
        em.flush();
        SealedDocument kept = new SealedDocument(document, kind, subject, title, language, code, sealed, clock.instant());
        em.persist(kept);
        em.flush();
        return kept;
    }

    /** What is known of one sealed document. */
    @PermitAll
    public SealedDocument find(UUID id) {
        return em.createQuery("select s from SealedDocument s where s.id = :id", SealedDocument.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** The sealed bytes, as they were kept. */
    @PermitAll
    public byte[] bytes(UUID id) {
        return store.get(find(id).documentId());
    }

    /** The latest sealed document of a kind about a subject. */
    @PermitAll
    public Optional<SealedDocument> ofSubject(String kind, UUID subject) {
        return em.createQuery("select s from SealedDocument s where s.kind = :kind and s.subjectId = :subject order by s.sealedAt desc",
            SealedDocument.class).setParameter("kind", kind).setParameter("subject", subject).setMaxResults(1).getResultStream().findFirst();
    }

    /** The bytes of a sealed document are gone for good, and the key they were locked with; the check page still knows that there was such a document. */
    @PermitAll
    public void forget(UUID id) {
        store.forget(find(id).documentId());
    }

    /** From now on the public check says that this document was taken back; without effect when it says so already. */
    @PermitAll
    public void revoke(UUID id) {
        find(id);
        boolean said = !em.createQuery("select r from SealRevocation r where r.sealedId = :id", SealRevocation.class).setParameter("id", id)
            .getResultList().isEmpty();
        if (!said) {
            em.persist(new SealRevocation(id, "revoked", clock.instant()));
        }
    }
}
