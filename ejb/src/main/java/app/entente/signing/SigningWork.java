package app.entente.signing;

import app.entente.document.Attachment;
import app.entente.document.CheckCode;
import app.entente.document.CheckMark;
import app.entente.document.DocumentRenderer;
import app.entente.document.DocumentSource;
import app.entente.document.DocumentStore;
import app.entente.document.FrozenSource;
import app.entente.document.Html;
import app.entente.document.SealedDocument;
import app.entente.document.Seals;
import app.entente.document.TimeStampUnavailable;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What remains after the last signature, and after the last day: sealing and expiring. Called for one signing at a time, by anybody. */
@Stateless
@UseCases
public class SigningWork {

    private static final Logger LOG = Logger.getLogger(SigningWork.class.getName());

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    DocumentStore store;
    @Inject
    DocumentRenderer renderer;
    @Inject
    Seals seals;
    @Inject
    Evidence evidence;
    @Inject
    Workspaces workspaces;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    String baseUrl;
    @Resource
    TransactionSynchronizationRegistry transaction;
    @Inject
    Event<SigningSealed> sealed;
    @Inject
    Event<SigningEnded> ended;

    /**
     * Seals what all have signed, or expires what nobody signed in time. Anything else, and anything already done, is left alone.
     *
     * @return not when no time-stamp could be had
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean finish(UUID id) {
        Signing signing = em.find(Signing.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (signing == null) {
            return true;
        }
        if ("open".equals(signing.getStatus()) && clock.instant().isAfter(signing.getExpiresAt())) {
            signing.end("expired", "", clock.instant());
            evidence.add(id, "expired", Map.of());
            ended.fire(new SigningEnded(id, signing.getSubjectKind(), signing.getSubjectId(), "expired", ""));
        } else if ("sealing".equals(signing.getStatus())) {
            return seal(signing);
        }
        return true;
    }

    private boolean seal(Signing signing) {
        try {
            SealedDocument document = sealDocument(signing);
            evidence.add(signing.getId(), "sealed", Map.of("before", document.getSha256Before(), "after", document.getSha256(),
                "certificate", document.getCertificateFingerprint(), "stampedAt", document.getStampedAt().toString(), "stampSerial", document.getStampSerial()));
            signing.sealed(clock.instant());
            em.flush();
            sealDossier(signing, document);
            sealed.fire(new SigningSealed(signing.getId(), signing.getSubjectKind(), signing.getSubjectId()));
            return true;
        } catch (TimeStampUnavailable e) {
            // The document may have its stamp already and the dossier not: both are made together or not at all.
            transaction.setRollbackOnly();
            LOG.log(Level.WARNING, "no time-stamp can be had; the sealing will be tried again", e);
            return false;
        }
    }

    private SealedDocument sealDocument(Signing signing) throws TimeStampUnavailable {
        List<SigningParty> parties = parties(signing.getId());
        List<SigningAct> acts = acts(signing.getId());
        FrozenDocument frozen = em.createQuery("select d from FrozenDocument d where d.signingId = :signing and d.sha256 = :signed", FrozenDocument.class)
            .setParameter("signing", signing.getId()).setParameter("signed", acts.get(0).frozenSha256()).getSingleResult();
        String language = frozen.getLanguage();
        DocumentSource source = FrozenSource.read(store.get(frozen.sourceId()));
        CheckCode code = CheckCode.random();
        SignaturePage page = new SignaturePage(source.language(), zone());
        List<ConsentText> consents = em.createQuery("select c from ConsentText c where c.signingId = :signing and c.language = :language order by c.position",
            ConsentText.class).setParameter("signing", signing.getId()).setParameter("language", language).getResultList();
        Html signatures = page.html(frozen, parties, acts, consents, id -> store.get(id));
        byte[] rendered = renderer.render(source.saying(source.body(), Html.newPage(signatures)).checkedBy(mark(code)));
        return seals.seal(signing.getSubjectKind(), signing.getSubjectId(), frozen.getTitle(), language, code, rendered);
    }

    private void sealDossier(Signing signing, SealedDocument document) throws TimeStampUnavailable {
        FrozenDocument first = em.createQuery("select d from FrozenDocument d where d.signingId = :signing and d.language = :language", FrozenDocument.class)
            .setParameter("signing", signing.getId()).setParameter("language", document.getLanguage()).getSingleResult();
        DocumentSource source = FrozenSource.read(store.get(first.sourceId()));
        Dossier dossier = new Dossier(source.language());
        List<FrozenDocument> documents = em.createQuery("select d from FrozenDocument d where d.signingId = :signing", FrozenDocument.class)
            .setParameter("signing", signing.getId()).getResultList();
        List<EvidenceEvent> events = evidence.of(signing.getId());
        CheckCode code = CheckCode.random();
        DocumentSource text = dossier.source(source, first.getTitle(), documents, parties(signing.getId()), events, document)
            .carrying(new Attachment("evidence.json", "application/json", dossier.attachmentDescription(), dossier.json(signing, documents, parties(signing.getId()), events, document)))
            .checkedBy(mark(code));
        seals.seal("evidence", signing.getSubjectId(), text.title(), document.getLanguage(), code, renderer.render(text));
    }

    private CheckMark mark(CheckCode code) {
        return new CheckMark(code, URI.create(baseUrl + "/check"), URI.create(baseUrl + "/check?code=" + code.compact()));
    }

    private ZoneId zone() {
        return workspaces.find(tenant.id()).getZone();
    }

    private List<SigningParty> parties(UUID signing) {
        return em.createQuery("select p from SigningParty p where p.signingId = :signing order by p.position", SigningParty.class)
            .setParameter("signing", signing).getResultList();
    }

    private List<SigningAct> acts(UUID signing) {
        return em.createQuery("select a from SigningAct a, SigningParty p where p.signingId = :signing and a.partyId = p.id and a.status = 'signed'",
            SigningAct.class).setParameter("signing", signing).getResultList();
    }
}
