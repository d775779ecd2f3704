package app.entente.note;

import app.entente.document.CheckCode;
import app.entente.document.CheckMark;
import app.entente.document.DocumentRenderer;
import app.entente.document.FrozenSource;
import app.entente.document.SealedDocument;
import app.entente.document.Seals;
import app.entente.document.TimeStampUnavailable;
import app.entente.kernel.NotFound;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the document of a signed entry. It tells nobody anything, so that the timer may call it with nobody signed in. */
@Stateless
@UseCases
public class EntryWork {

    private static final Logger LOG = Logger.getLogger(EntryWork.class.getName());

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    DocumentRenderer renderer;
    @Inject
    Seals seals;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    String baseUrl;

    /**
     * Seals the frozen words of a signed entry, in a transaction of its own; without effect when that is done already. A draft is not found.
     *
     * @return whether the document is there now; not when no time-stamp could be had, and the timer will try again
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean seal(UUID id) {
        Entry entry = em.createQuery("select e from Entry e where e.id = :id and e.status = 'signed'", Entry.class).setParameter("id", id)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(NotFound::new);
        if (entry.getSealedId() != null) {
            return true;
        }
        CheckCode code = CheckCode.random();
        byte[] rendered = renderer.render(FrozenSource.read(entry.document().getBytes(StandardCharsets.UTF_8)).checkedBy(mark(baseUrl, code)));
        try {
            SealedDocument document = seals.seal(entry.getKind(), id, entry.getTitle(), entry.getLanguage(), code, rendered);
            entry.seal(document.getId());
            return true;
        } catch (TimeStampUnavailable e) {
            LOG.log(Level.WARNING, "an entry waits for its time-stamp", e);
            return false;
        }
    }

    /**
     * Seals the frozen words of an addendum, as {@link #seal} does those of its entry. One that is not there is not found.
     *
     * @return whether the document is there now
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean sealAddendum(UUID id) {
        AddendumSheet sheet = em.createQuery("select s from AddendumSheet s where s.addendumId = :id", AddendumSheet.class).setParameter("id", id)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(NotFound::new);
        if (sheet.getSealedId() != null) {
            return true;
        }
        CheckCode code = CheckCode.random();
        byte[] rendered = renderer.render(FrozenSource.read(sheet.document().getBytes(StandardCharsets.UTF_8)).checkedBy(mark(baseUrl, code)));
        try {
            sheet.seal(seals.seal("addendum", id, sheet.getTitle(), sheet.getLanguage(), code, rendered).getId());
            return true;
        } catch (TimeStampUnavailable e) {
            LOG.log(Level.WARNING, "an addendum waits for its time-stamp", e);
            return false;
        }
    }

    /** The check at the foot of the page. */
    static CheckMark mark(String baseUrl, CheckCode code) {
        return new CheckMark(code, URI.create(baseUrl + "/check"), URI.create(baseUrl + "/check?code=" + code.compact()));
    }
}
