package app.entente.receipt;

import app.entente.document.CheckCode;
import app.entente.document.DocumentRenderer;
import app.entente.document.SealedDocument;
import app.entente.document.Seals;
import app.entente.document.TimeStampUnavailable;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.kernel.Texts;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes duplicatas: the frozen words of a receipt again, marked as a copy of today, sealed on their own (rule 13). */
@Stateless
@UseCases
public class ReceiptCopies {

    private static final int LONGEST_REASON = 200;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Caller caller;
    @Inject
    Workspaces workspaces;
    @Inject
    DocumentRenderer renderer;
    @Inject
    Seals seals;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    String baseUrl;

    /**
     * Makes a duplicata of a sealed receipt and writes down that it was made. Not found until the original is sealed; refused with
     * {@code receipt.copy_later} while no time-stamp can be had. Of a receipt that was taken back, the public check says so of its duplicatas too.
     *
     * @param reason what it was asked for, in a few words; may be empty, cut at 200 characters
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("receipt.copied")
    public UUID make(UUID id, String reason) {
        Receipt receipt = sealed(id);
        Workspace workspace = workspaces.find(tenant.id());
        Instant now = clock.instant();
        LocalDate today = now.atZone(workspace.getZone()).toLocalDate();
        ReceiptContent content = receipt.getContent();
        Locale french = Texts.locale("fr", workspace.getJurisdiction());
        List<Locale> locales = "en".equals(receipt.getLanguage()) ? List.of(french, Texts.locale("en", workspace.getJurisdiction())) : List.of(french);
        String word = ReceiptWords.say("copy", french);
        String sentence = locales.stream().map(locale -> ReceiptWords.say("copy.made", locale, ReceiptWords.date(today, locale),
            ReceiptWords.date(receipt.getIssuedOn(), locale))).collect(Collectors.joining(" / "));
        CheckCode code = CheckCode.random();
        byte[] rendered = renderer.render(content.copy(ReceiptWork.mark(baseUrl, code), word, sentence));
        try {
            SealedDocument document = seals.seal("receipt", id, word + ", " + content.title(), receipt.getLanguage(), code, rendered);
            String why = reason == null ? "" : reason.strip();
            ReceiptCopy copy = new ReceiptCopy(id, now, caller.accountId(), why.substring(0, Math.min(why.length(), LONGEST_REASON)), document.getId());
            em.persist(copy);
            if (!em.createQuery("select r.id from Receipt r where r.creditsId = :id", UUID.class).setParameter("id", id).getResultList().isEmpty()) {
                seals.revoke(document.getId());
            }
            return copy.getId();
        } catch (TimeStampUnavailable e) {
            throw new BusinessRuleViolation("receipt.copy_later");
        }
    }

    /** The duplicatas of a receipt, latest first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<ReceiptCopy> of(UUID id) {
        return em.createQuery("select c from ReceiptCopy c where c.receiptId = :id order by c.madeAt desc", ReceiptCopy.class)
            .setParameter("id", id).getResultList();
    }

    /** The sealed document of a duplicata. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("receipt.downloaded")
    public ReceiptFile file(UUID copy) {
        ReceiptCopy made = em.createQuery("select c from ReceiptCopy c where c.id = :id", ReceiptCopy.class).setParameter("id", copy)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
        return new ReceiptFile(Receipts.fileName(seals.find(made.getSealedId()).getTitle()), seals.bytes(made.getSealedId()));
    }

    // Held: a credit note waits, so that it finds this duplicata, or this one finds the credit note.
    private Receipt sealed(UUID id) {
        return em.createQuery("select r from Receipt r where r.id = :id and r.status = 'sealed'", Receipt.class).setParameter("id", id)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(NotFound::new);
    }
}
