package app.entente.receipt;

import app.entente.document.CheckCode;
import app.entente.document.DocumentRenderer;
import app.entente.document.Seals;
import app.entente.document.UnprintableText;
import app.entente.file.Files;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.Bilingual;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.kernel.NotFound;
import app.entente.meeting.Meeting;
import app.entente.meeting.Meetings;
import app.entente.person.Person;
import app.entente.practice.LawText;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Issues the receipts of the current workspace and finds them again. */
@Stateless
@UseCases
public class Receipts {

    private static final int MOST = 200;
    private static final String DRAFT = "0000-0000";
    private static final String FILTER = "r.issuedOn >= :from and r.issuedOn <= :until and lower(r.recipient) like :words ";
    private static final String ROW = "select new app.entente.receipt.ReceiptRow(r.id, r.displayNumber, r.issuedOn, r.issuedAt, r.fileId, r.personId, "
        + "r.recipient, r.meetingId, l.serviceOn, l.label, l.minutes, r.totalMinor, r.currency, r.paymentMeans, r.paidOn, r.status, r.sealedId) "
        + "from Receipt r, ReceiptLine l where l.receiptId = r.id and ";
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

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
    Practices practices;
    @Inject
    Files files;
    @Inject
    Meetings meetings;
    @Inject
    DocumentRenderer renderer;
    @Inject
    Seals seals;
    @Inject
    Event<ReceiptIssued> issued;

    /**
     * Issues the receipt of a held meeting, with its number and its frozen words; {@link ReceiptWork#seal} makes the document afterwards.
     * What is refused: see the rules of the package.
     *
     * @param key idempotency key: one per form shown
     * @return the receipt; the one issued before when the key was used for this meeting already
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("receipt.issued")
    public UUID issue(@NotNull UUID meetingId, @NotBlank @Size(max = 100) String key, @NotNull Payment payment) {
        Optional<Receipt> before = issuedWith(key, meetingId);
        if (before.isPresent()) {
            return before.get().getId();
        }
        Meeting meeting = meetings.find(meetingId);
        Person person = files.client(meeting.getFileId());
        ReceiptFacts facts = facts(meeting, person, payment);
        facts.check();
        // Tried before the series is locked: what cannot be printed takes no number, and nobody waits for the drawing.
        tryOnPaper(facts.content(DRAFT));
        ReceiptSeries series = lock(facts.issuedOn().getYear());
        // Asked again: another form may have been first while this one waited for the series.
        before = issuedWith(key, meetingId);
        if (before.isPresent()) {
            return before.get().getId();
        }
        ofMeeting(meetingId).ifPresent(other -> {
            throw new BusinessRuleViolation("receipt.already_issued", other.getDisplayNumber());
        });
        long number = series.take(facts.issuedOn());
        Receipt receipt = new Receipt(series, number, key, meeting.getFileId(), person.getId(), facts, facts.content(series.display(number)),
            clock.instant());
        em.persist(receipt);
        em.flush();
        em.persist(new ReceiptLine(receipt.getId(), facts));
        issued.fire(new ReceiptIssued(receipt.getId(), person.getId(), meeting.getFileId()));
        return receipt.getId();
    }

    /** The practice's receipts of a period whose client's name contains the words, newest first; the rows are at most 200, count and total are of all. */
    @RolesAllowed(Role.PRACTITIONER)
    public ReceiptLedger ledger(LocalDate from, LocalDate until, String words) {
        List<ReceiptRow> rows = filter(em.createQuery(ROW + FILTER + "order by r.issuedAt desc, r.number desc", ReceiptRow.class), from, until, words)
            .setMaxResults(MOST).getResultList();
        Object[] sum = filter(em.createQuery("select count(r), sum(r.totalMinor), max(r.currency) from Receipt r where " + FILTER, Object[].class),
            from, until, words).getSingleResult();
        long count = (Long) sum[0];
        return new ReceiptLedger(rows, count, count == 0 ? null : new Money(((Number) sum[1]).longValue(), (String) sum[2]));
    }

    /** One receipt, as a row. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("receipt.opened")
    public ReceiptRow row(UUID id) {
        return em.createQuery(ROW + "r.id = :id", ReceiptRow.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** The receipts of a file, newest first. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<ReceiptRow> ofFile(UUID file) {
        return em.createQuery(ROW + "r.fileId = :file order by r.issuedAt desc", ReceiptRow.class).setParameter("file", file).getResultList();
    }

    /** Which of these meetings have a receipt, and which one. */
    @RolesAllowed(Role.PRACTITIONER)
    public Map<UUID, ReceiptRow> ofMeetings(Collection<UUID> meetings) {
        if (meetings.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(ROW + "r.meetingId in :meetings", ReceiptRow.class).setParameter("meetings", meetings).getResultStream()
            .collect(Collectors.toMap(ReceiptRow::meetingId, row -> row));
    }

    /** The code printed on a receipt; null until its document is sealed. */
    @RolesAllowed(Role.PRACTITIONER)
    public CheckCode checkCode(UUID id) {
        Receipt receipt = read(id);
        return receipt.isSealed() ? seals.find(receipt.getSealedId()).getCheckCode() : null;
    }

    /** The sealed document of a receipt; not found until it is sealed. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("receipt.downloaded")
    public ReceiptFile file(UUID id) {
        return file(read(id));
    }

    /** The signed-in client's receipts here, newest first. */
    @RolesAllowed(Role.CLIENT)
    public List<ReceiptRow> mine() {
        return em.createQuery(ROW + "r.personId = :person order by r.issuedAt desc", ReceiptRow.class)
            .setParameter("person", caller.personId()).getResultList();
    }

    /** The sealed document of a receipt of the signed-in client; not found when it is somebody else's or not sealed yet. */
    @RolesAllowed(Role.CLIENT)
    @Audited("receipt.downloaded")
    public ReceiptFile myFile(UUID id) {
        Receipt receipt = read(id);
        if (!receipt.getPersonId().equals(caller.personId())) {
            throw new NotFound();
        }
        return file(receipt);
    }

    private ReceiptFacts facts(Meeting meeting, Person person, Payment payment) {
        Workspace workspace = workspaces.find(tenant.id());
        Service service = practices.service(meeting.getServiceId());
        LocalDate today = LocalDate.now(clock.withZone(workspace.getZone()));
        return new ReceiptFacts(workspace, practices.profile(), person.getDetails(), meeting, service,
            mention(workspace.getJurisdiction(), ReceiptFacts.mentionCode(service), today), payment, today);
    }

    private Bilingual mention(String jurisdiction, String code, LocalDate today) {
        return practices.law(jurisdiction, code, today).map(LawText::getText).orElseThrow(() -> new BusinessRuleViolation("receipt.law_missing"));
    }

    private void tryOnPaper(ReceiptContent content) {
        try {
            renderer.render(content.source(ReceiptWork.mark("http://localhost", CheckCode.random())));
        } catch (UnprintableText e) {
            throw new BusinessRuleViolation("receipt.unprintable", String.join(" ", e.characters()));
        }
    }

    private ReceiptSeries lock(int year) {
        ReceiptSeries first = new ReceiptSeries(year);
        // Jakarta Persistence cannot say «unless it is there»: two first receipts of a year at once must both go through.
        em.createNativeQuery("insert into receipt_series (id, code, prefix, next) values (?, ?, ?, 1) on conflict (tenant_id, code) do nothing")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true")
            .setParameter(1, first.getId()).setParameter(2, first.code()).setParameter(3, first.prefix()).executeUpdate();
        return em.createQuery("select s from ReceiptSeries s where s.code = :code", ReceiptSeries.class).setParameter("code", first.code())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResult();
    }

    private Optional<Receipt> issuedWith(String key, UUID meeting) {
        Optional<Receipt> receipt = em.createQuery("select r from Receipt r where r.idempotencyKey = :key", Receipt.class)
            .setParameter("key", key).getResultStream().findFirst();
        if (receipt.isPresent() && !receipt.get().getMeetingId().equals(meeting)) {
            throw new BusinessRuleViolation("receipt.key_used");
        }
        return receipt;
    }

    private Optional<Receipt> ofMeeting(UUID meeting) {
        return em.createQuery("select r from Receipt r where r.meetingId = :meeting", Receipt.class).setParameter("meeting", meeting)
            .getResultStream().findFirst();
    }

    private Receipt read(UUID id) {
        return em.createQuery("select r from Receipt r where r.id = :id", Receipt.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    private ReceiptFile file(Receipt receipt) {
        if (!receipt.isSealed()) {
            throw new NotFound();
        }
        return new ReceiptFile(fileName(receipt.getContent().title()), seals.bytes(receipt.getSealedId()));
    }

    /** recu-2026-0001.pdf for Reçu 2026-0001. */
    static String fileName(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "") + ".pdf";
    }

    private static <T> TypedQuery<T> filter(TypedQuery<T> query, LocalDate from, LocalDate until, String words) {
        return query.setParameter("from", from == null ? EARLIEST : from).setParameter("until", until == null ? LATEST : until)
            .setParameter("words", "%" + (words == null ? "" : words.strip().toLowerCase(Locale.ROOT)) + "%");
    }
}
