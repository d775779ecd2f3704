package app.entente.receipt;

import app.entente.document.CheckCode;
import app.entente.document.DocumentRenderer;
import app.entente.document.Seals;
import app.entente.document.UnprintableText;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Money;
import app.entente.kernel.NotFound;
import app.entente.meeting.Meeting;
import app.entente.person.Person;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Issues the receipts of the current workspace and takes them back. What exists is read with {@link Receipts}. */
@Stateless
@UseCases
public class Issuing {

    private static final int LONGEST_REASON = 300;
    private static final String DRAFT = "0000-0000";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Practices practices;
    @Inject
    OrderQueries orders;
    @Inject
    SeriesQueries series;
    @Inject
    DocumentRenderer renderer;
    @Inject
    Seals seals;
    @Inject
    Event<ReceiptIssued> issued;

    /** Issues the usual receipt of one held meeting; see {@link #issue(ReceiptOrder, String)}. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("receipt.issued")
    public UUID issue(@NotNull UUID meetingId, @NotBlank @Size(max = 100) String key, @NotNull Payment payment) {
        return made(ReceiptOrder.of(meetingId, payment), key);
    }

    /**
     * Issues a receipt with its number and its frozen words; {@link ReceiptWork#seal} makes the document afterwards. What is refused: see the
     * rules of the package.
     *
     * @param key idempotency key: one per form shown
     * @return the receipt; the one issued before when the key was used for the same already
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("receipt.issued")
    public UUID issue(@NotNull ReceiptOrder order, @NotBlank @Size(max = 100) String key) {
        return made(order, key);
    }

    /** The receipt as it would be issued, with what is missing; refused as {@link #issue(ReceiptOrder, String)} is, but for what is missing. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public ReceiptPreview preview(@NotNull ReceiptOrder order) {
        return preview(orders.facts(order, ground()));
    }

    static ReceiptPreview preview(ReceiptFacts facts) {
        facts.check();
        Taxes taxes = facts.taxes();
        ReceiptFacts.Item first = facts.items().get(0);
        String currency = facts.currency();
        List<Missing> missing = facts.missing();
        return new ReceiptPreview(missing.isEmpty() ? facts.content(DRAFT) : null, missing, facts.doubtful(), new Money(taxes.net(), currency),
            new Money(taxes.total(), currency), new Money(facts.toPay(), currency), new Money(first.price(), currency), new Money(first.amount(), currency));
    }

    /** The page of {@link #preview}, drawn without a number; not found while something is missing. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public byte[] draft(@NotNull ReceiptOrder order) {
        ReceiptFacts facts = orders.facts(order, ground());
        facts.check();
        if (!facts.missing().isEmpty()) {
            throw new NotFound();
        }
        return onPaper(facts.content(DRAFT));
    }

    /**
     * Takes a receipt back, wholly, with a credit note that has its own number (rule 12). Its meetings may have another receipt afterwards. Refused
     * with {@code receipt.already_credited} when it was taken back before, {@code receipt.credit_of_credit} for a credit note, and
     * {@code receipt.reason} without a reason.
     *
     * @param key idempotency key: one per form shown
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("receipt.credited")
    public UUID credit(@NotNull UUID id, String reason, @NotBlank @Size(max = 100) String key) {
        Receipt original = em.createQuery("select r from Receipt r where r.id = :id", Receipt.class).setParameter("id", id)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(NotFound::new);
        Optional<Receipt> before = issuedWith(key, Receipt.asked(id));
        if (before.isPresent()) {
            return before.get().getId();
        }
        if (original.isCredit()) {
            throw new BusinessRuleViolation("receipt.credit_of_credit");
        }
        em.createQuery("select r from Receipt r where r.creditsId = :id", Receipt.class).setParameter("id", id).getResultStream().findFirst()
            .ifPresent(other -> {
                throw new BusinessRuleViolation("receipt.already_credited", other.getDisplayNumber());
            });
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new BusinessRuleViolation("receipt.reason", LONGEST_REASON);
        }
        Workspace workspace = workspaces.find(tenant.id());
        LocalDate today = LocalDate.now(clock.withZone(workspace.getZone()));
        onPaper(credit(original, DRAFT, reason.strip(), today, workspace));
        Receipt.Given number = series.take(ReceiptSeries.prefix(Receipt.CREDIT, workspace.getJurisdiction(), today.getYear()), today);
        Receipt credit = new Receipt(number, key, original, reason.strip(), today, credit(original, number.display(), reason.strip(), today, workspace),
            clock.instant());
        em.persist(credit);
        em.flush();
        lines(id).forEach(line -> em.persist(new ReceiptLine(credit.getId(), line)));
        taxes(id).forEach(tax -> em.persist(new ReceiptTax(credit.getId(), tax)));
        if (original.isSealed()) {
            seals.revoke(original.getSealedId());
            em.createQuery("select c.sealedId from ReceiptCopy c where c.receiptId = :id", UUID.class).setParameter("id", id).getResultList().forEach(seals::revoke);
        }
        issued.fire(new ReceiptIssued(credit.getId(), credit.getPersonId(), credit.getFileId(), null));
        return credit.getId();
    }

    private UUID made(ReceiptOrder order, String key) {
        Optional<Receipt> before = issuedWith(key, order.asked());
        if (before.isPresent()) {
            return before.get().getId();
        }
        ReceiptGround ground = ground();
        ReceiptFacts facts = orders.facts(order, ground);
        facts.check();
        List<Missing> missing = facts.missing();
        if (!missing.isEmpty()) {
            throw new BusinessRuleViolation("receipt.incomplete", missing.size());
        }
        // Tried before anything is locked: what cannot be printed takes no number, and nobody waits for the drawing.
        onPaper(facts.content(DRAFT));
        UUID file = facts.items().get(0).meeting().getFileId();
        em.createQuery("select f from ClientFile f where f.id = :id").setParameter("id", file).setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResult();
        // Asked again: another form may have been first while this one waited for the file.
        before = issuedWith(key, order.asked());
        if (before.isPresent()) {
            return before.get().getId();
        }
        facts = orders.facts(order, ground);
        facts.check();
        return write(order, key, facts, file, orders.addressee(order, file).getId(), clock.instant());
    }

    /** Gives the number and keeps the words (rule 2). */
    private UUID write(ReceiptOrder order, String key, ReceiptFacts facts, UUID file, UUID person, Instant at) {
        Receipt.Given number = series.take(ReceiptSeries.prefix(facts.kind(), facts.workspace().getJurisdiction(), facts.issuedOn().getYear()), facts.issuedOn());
        Receipt receipt = new Receipt(number, key, order.asked(), file, person, facts, facts.content(number.display()), at);
        em.persist(receipt);
        em.flush();
        List<Long> nets = facts.nets();
        for (int position = 1; position <= nets.size(); position++) {
            em.persist(new ReceiptLine(receipt.getId(), position, facts, nets.get(position - 1)));
        }
        int position = 1;
        for (Taxes.Tax tax : facts.taxes().taxes()) {
            em.persist(new ReceiptTax(receipt.getId(), position++, tax));
        }
        issued.fire(new ReceiptIssued(receipt.getId(), person, file, order.payment() == null ? null : order.payment().entry()));
        return receipt.getId();
    }

    /**
     * Issues what a practice had issued by a day of the past, with the rules of that day: called when a workspace is opened with what its practitioner has. Refused as
     * {@link #issue(ReceiptOrder, String)} is; the days go upwards here as they do there.
     *
     * @param at when it was issued
     */
    @PermitAll
    public UUID establish(ReceiptOrder order, Instant at) {
        Workspace workspace = workspaces.find(tenant.id());
        ReceiptGround ground = ReceiptGround.of(em, workspace, practices, Clock.fixed(at, workspace.getZone()));
        List<Object[]> rows = em.createQuery("select m, p, s from Meeting m, Participant t, Person p, Service s where t.fileId = m.fileId and t.principal = true and p.id = t.personId "
            + "and s.id = m.serviceId and m.id in :meetings order by m.startsAt", Object[].class).setParameter("meetings", order.meetings()).getResultList();
        if (rows.size() < order.meetings().size()) {
            throw new NotFound();
        }
        Person person = (Person) rows.get(0)[1];
        List<ReceiptFacts.Item> items = rows.stream().map(row -> OrderQueries.item(order, (Meeting) row[0], (Service) row[2], ((Service) row[2]).priceOn(((Meeting) row[0]).getDay()), List.of(),
            Optional.empty())).toList();
        ReceiptFacts facts = new ReceiptFacts(workspace, ground.practice(), ground.law(), ground.registration(), order.kind(), person.getDetails(), List.of(), items, order.buyer(),
            order.payment(), 0, ground.today());
        facts.check();
        if (!facts.missing().isEmpty()) {
            throw new BusinessRuleViolation("receipt.incomplete", facts.missing().size());
        }
        return write(order, order.asked(), facts, ((Meeting) rows.get(0)[0]).getFileId(), person.getId(), at);
    }

    private ReceiptGround ground() {
        return ReceiptGround.of(em, workspaces.find(tenant.id()), practices, clock);
    }

    private ReceiptContent credit(Receipt original, String number, String reason, LocalDate today, Workspace workspace) {
        return CreditWords.of(original.getContent(), original, number, reason, today, workspace.getJurisdiction(), original.getLanguage());
    }

    private List<ReceiptLine> lines(UUID receipt) {
        return em.createQuery("select l from ReceiptLine l where l.receiptId = :receipt order by l.position", ReceiptLine.class)
            .setParameter("receipt", receipt).getResultList();
    }

    private List<ReceiptTax> taxes(UUID receipt) {
        return em.createQuery("select t from ReceiptTax t where t.receiptId = :receipt order by t.position", ReceiptTax.class)
            .setParameter("receipt", receipt).getResultList();
    }

    private byte[] onPaper(ReceiptContent content) {
        try {
            return renderer.render(content.source(ReceiptWork.mark("http://localhost", CheckCode.random())));
        } catch (UnprintableText e) {
            throw new BusinessRuleViolation("receipt.unprintable", String.join(" ", e.characters()));
        }
    }

    private Optional<Receipt> issuedWith(String key, String asked) {
        Optional<Receipt> receipt = em.createQuery("select r from Receipt r where r.idempotencyKey = :key", Receipt.class)
            .setParameter("key", key).getResultStream().findFirst();
        if (receipt.isPresent() && !receipt.get().isAnswerTo(asked)) {
            throw new BusinessRuleViolation("receipt.key_used");
        }
        return receipt;
    }
}
