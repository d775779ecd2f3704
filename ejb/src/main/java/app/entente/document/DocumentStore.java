package app.entente.document;

import app.entente.kernel.Ids;
import app.entente.kernel.NotFound;
import app.entente.kernel.Sha256;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Quotas;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps the bytes of documents, encrypted, in the current workspace. It knows nothing of who asks: the feature that calls it has decided
 * that the person may. What is read is compared with the digest taken when it was written.
 */
@Stateless
@UseCases
public class DocumentStore {

    /** What begins something new; everything else was signed, sealed or numbered already, or completes what was begun, and is kept whatever the quota says. */
    private static final Set<String> BEGINNINGS = Set.of("frozen_source", "frozen_document", "attachment", "upload");

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    CurrentTenant tenant;
    @Inject
    Envelope envelope;
    @Inject
    Quotas quotas;
    @Inject
    Clock clock;

    /**
     * Keeps bytes for good. What begins something new is refused with {@code file.storage_reached} when the workspace's quota of
     * storage is spent.
     *
     * @param kind what they are, a word
     * @return the identifier to read them by
     */
    @PermitAll
    public UUID put(String kind, String mediaType, byte[] bytes) {
        if (BEGINNINGS.contains(kind)) {
            quotas.allowStorage(em.createQuery("select coalesce(sum(d.sizeBytes), 0) from StoredDocument d", Number.class).getSingleResult().longValue(), bytes.length);
        }
        TenantKey key = key();
        UUID id = Ids.next();
        em.persist(new StoredDocument(id, key.getId(), kind, mediaType, bytes.length,
            envelope.encrypt(tenant.id(), key.getId(), key.wrapped(), id, bytes), clock.instant()));
        em.flush();
        return id;
    }

    /**
     * The bytes as they were kept; not found when they were forgotten.
     *
     * @throws EnvelopeRefused when they are not those that were kept
     */
    @PermitAll
    public byte[] get(UUID id) {
        StoredDocument document = em.createQuery("select d from StoredDocument d where d.id = :id", StoredDocument.class)
            .setParameter("id", id).getResultStream().filter(found -> found.wrappedKey() != null).findFirst().orElseThrow(NotFound::new);
        TenantKey key = em.createQuery("select k from TenantKey k where k.id = :id", TenantKey.class)
            .setParameter("id", document.keyId()).getSingleResult();
        byte[] bytes = envelope.decrypt(tenant.id(), key.getId(), key.wrapped(), id, document.wrappedKey(), document.content());
        if (!Sha256.of(bytes).equals(new Sha256(document.sha256()))) {
            throw new EnvelopeRefused("the document is not the one that was kept");
        }
        return bytes;
    }

    /** Nothing can be read of these bytes any more: they are gone, and so is their key. */
    @PermitAll
    public void forget(UUID id) {
        em.createQuery("update StoredDocument d set d.wrappedKey = null, d.content = :nothing where d.id = :id and d.wrappedKey is not null")
            .setParameter("nothing", new byte[0]).setParameter("id", id).executeUpdate();
    }

    private TenantKey key() {
        return em.createQuery("select k from TenantKey k order by k.createdAt desc", TenantKey.class).setMaxResults(1)
            .getResultStream().findFirst().orElseGet(() -> {
                UUID id = Ids.next();
                TenantKey key = new TenantKey(id, envelope.newTenantKey(tenant.id(), id), clock.instant());
                em.persist(key);
                em.flush();
                return key;
            });
    }
}
