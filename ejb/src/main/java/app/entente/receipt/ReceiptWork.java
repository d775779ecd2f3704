package app.entente.receipt;

import app.entente.document.CheckCode;
import app.entente.document.CheckMark;
import app.entente.document.DocumentRenderer;
import app.entente.document.SealedDocument;
import app.entente.document.Seals;
import app.entente.document.TimeStampUnavailable;
import app.entente.kernel.NotFound;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the document of an issued receipt. It tells nobody anything, so that the timer may call it with nobody signed in. */
@Stateless
@UseCases
public class ReceiptWork {

    private static final Logger LOG = Logger.getLogger(ReceiptWork.class.getName());

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    DocumentRenderer renderer;
    @Inject
    Seals seals;
    @Inject
    Event<ReceiptSealed> sealed;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    String baseUrl;

    /**
     * Seals the document of a receipt, in a transaction of its own; without effect when it is sealed already. Two calls at once wait for each
     * other on the receipt's row, which nobody else needs.
     *
     * @return whether the document is there now; not when no time-stamp could be had, and the timer will try again
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean seal(UUID id) {
        Receipt receipt = em.createQuery("select r from Receipt r where r.id = :id", Receipt.class).setParameter("id", id)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(NotFound::new);
        if (receipt.isSealed()) {
            return true;
        }
        CheckCode code = CheckCode.random();
        ReceiptContent content = receipt.getContent();
        byte[] rendered = renderer.render(content.source(mark(baseUrl, code)));
        try {
            SealedDocument document = seals.seal("receipt", id, content.title(), receipt.getLanguage(), code, rendered);
            receipt.seal(document.getId());
            boolean credited = !em.createQuery("select r.id from Receipt r where r.creditsId = :id", UUID.class).setParameter("id", id).getResultList().isEmpty();
            if (credited) {
                seals.revoke(document.getId());
            }
            sealed.fire(new ReceiptSealed(id, receipt.getPersonId(), !billedToThird(receipt)));
            return true;
        } catch (TimeStampUnavailable e) {
            LOG.log(Level.WARNING, "a receipt waits for its time-stamp", e);
            return false;
        }
    }

    private boolean billedToThird(Receipt receipt) {
        Receipt billed = receipt.isCredit() ? em.find(Receipt.class, receipt.getCreditsId()) : receipt;
        return billed.getAuthorisation() != null && Receipt.INVOICE.equals(billed.getKind());
    }

    /** The check at the foot of the page. */
    static CheckMark mark(String baseUrl, CheckCode code) {
        return new CheckMark(code, URI.create(baseUrl + "/check"), URI.create(baseUrl + "/check?code=" + code.compact()));
    }
}
