package app.entente.receipt;

import app.entente.agreement.AgreementTerms;
import app.entente.agreement.Agreements;
import app.entente.document.CheckCode;
import app.entente.document.DocumentRenderer;
import app.entente.document.Seals;
import app.entente.document.UnprintableText;
import app.entente.file.Files;
import app.entente.file.Payers;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.kernel.NotFound;
import app.entente.meeting.Meeting;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.Meetings;
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
import jakarta.persistence.TypedQuery;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
    private static final int MOST_LINES = 60;
    private static final int LONGEST_REASON = 300;
    private static final String DRAFT = "0000-0000";
    private static final String FILTER = "r.issuedOn >= :from and r.issuedOn <= :until and lower(r.recipient) like :words ";
    static final String STANDS = "r.kind <> 'credit' and not exists (select c.id from Receipt c where c.creditsId = r.id) ";
    /** What a third payer is billed is between the practice and the payer. */
    private static final String FOR_THE_CLIENT = "(r.authorisation is null or r.kind = 'covered' or r.kind = 'receipt' or exists "
        + "(select o.id from Receipt o where o.id = r.creditsId and o.kind <> 'invoice')) ";
    private static final String ROW = "select new app.entente.receipt.ReceiptRow(r.id, r.displayNumber, r.issuedOn, r.issuedAt, r.fileId, r.personId, "
        + "r.recipient, l.meetingId, l.serviceOn, l.label, l.minutes, r.totalMinor, r.currency, r.paymentMeans, r.paidOn, r.status, r.sealedId, r.kind, "
        + "l.nature, (select count(n) from ReceiptLine n where n.receiptId = r.id), r.creditsId, r.reason, r.payerName, r.authorisation, r.dueOn, r.paidMinor, "
        + "(select max(b.displayNumber) from Receipt b where b.creditsId = r.id)) from Receipt r, ReceiptLine l where l.receiptId = r.id and ";
    private static final String FIRST_LINE = "l.position = 1 and ";
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
    Payers payers;
    @Inject
    Meetings meetings;
    @Inject
    Agreements agreements;
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
        return preview(facts(order, ground()));
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
        ReceiptFacts facts = facts(order, ground());
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
        Receipt.Given number = take(ReceiptSeries.prefix(Receipt.CREDIT, workspace.getJurisdiction(), today.getYear()), today);
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

    /** The practice's receipts of a period whose client's name contains the words, newest first; the rows are at most 200, count and total are of all. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public ReceiptLedger ledger(LocalDate from, LocalDate until, String words) {
        List<ReceiptRow> rows = filter(em.createQuery(ROW + FIRST_LINE + FILTER + "order by r.issuedAt desc, r.number desc", ReceiptRow.class), from, until,
            words).setMaxResults(MOST).getResultList();
        Object[] sum = filter(em.createQuery("select count(r), sum(r.totalMinor), max(r.currency) from Receipt r where " + FILTER, Object[].class),
            from, until, words).getSingleResult();
        long count = (Long) sum[0];
        return new ReceiptLedger(rows, count, count == 0 ? null : new Money(((Number) sum[1]).longValue(), (String) sum[2]));
    }

    /** One receipt, as a row. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("receipt.opened")
    public ReceiptRow row(UUID id) {
        return em.createQuery(ROW + FIRST_LINE + "r.id = :id", ReceiptRow.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** The words of one receipt, as they were frozen. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public ReceiptContent content(UUID id) {
        return read(id).getContent();
    }

    /** Which of these meetings have a receipt that stands, and which one; the latest where there are several. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public Map<UUID, ReceiptRow> ofMeetings(Collection<UUID> meetings) {
        if (meetings.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(ROW + "l.meetingId in :meetings and " + STANDS + "order by r.issuedAt", ReceiptRow.class).setParameter("meetings", meetings)
            .getResultStream().collect(Collectors.toMap(ReceiptRow::meetingId, row -> row, (first, last) -> last));
    }

    /** What receipts that stand have covered of these meetings' prices, in minor units; nothing for those without one. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public Map<UUID, Long> coverage(Collection<UUID> meetings) {
        return Coverage.of(em, meetings).stream().collect(Collectors.toMap(Coverage::meetingId, Coverage::amount, Long::sum));
    }

    /** What is left to cover of each of these meetings, in minor units, where a receipt covers a part of the price: the other half of a couple's, or what a payer is still billed. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public Map<UUID, Long> left(Collection<MeetingRow> meetings) {
        Map<UUID, Long> prices = meetings.stream().filter(MeetingRow::paid).collect(Collectors.toMap(MeetingRow::id, MeetingRow::priceMinor));
        Map<UUID, Long> left = Coverage.of(em, prices.keySet()).stream().collect(Collectors.toMap(Coverage::meetingId, Coverage::amount, Long::sum));
        left.replaceAll((meeting, covered) -> prices.get(meeting) - covered);
        left.values().removeIf(amount -> amount <= 0);
        return left;
    }

    /** Who takes part in a file and may be named on its receipts. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<Attendee> people(UUID file) {
        return em.createQuery("select p from Person p where p.id in (select t.personId from Participant t where t.fileId = :file) "
                + "order by p.details.familyName, p.details.givenName", Person.class).setParameter("file", file).getResultStream()
            .map(person -> new Attendee(person.getId(), person.getDetails().getGivenName() + " " + person.getDetails().getFamilyName())).toList();
    }

    /** Somebody who may be named on a receipt, as insurers know them. */
    public record Attendee(UUID id, String name) {
    }

    /** The code printed on a receipt; null until its document is sealed. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public CheckCode checkCode(UUID id) {
        Receipt receipt = read(id);
        return receipt.isSealed() ? seals.find(receipt.getSealedId()).getCheckCode() : null;
    }

    /** The sealed document of a receipt; not found until it is sealed. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("receipt.downloaded")
    public ReceiptFile file(UUID id) {
        return file(read(id));
    }

    /** The signed-in client's receipts here, newest first; what a third payer was billed is not among them. */
    @RolesAllowed(Role.CLIENT)
    public List<ReceiptRow> mine() {
        return em.createQuery(ROW + FIRST_LINE + "r.personId = :person and " + FOR_THE_CLIENT + "order by r.issuedAt desc, r.number desc", ReceiptRow.class)
            .setParameter("person", caller.personId()).getResultList();
    }

    /** Which of the signed-in client's receipts of a year are there to download, oldest first. */
    @RolesAllowed(Role.CLIENT)
    public List<UUID> myYear(int year) {
        return em.createQuery("select r.id from Receipt r where r.personId = :person and r.issuedOn >= :from and r.issuedOn <= :until and r.status = 'sealed' and "
                + FOR_THE_CLIENT + "order by r.issuedAt, r.number", UUID.class).setParameter("person", caller.personId())
            .setParameter("from", LocalDate.of(year, 1, 1)).setParameter("until", LocalDate.of(year, 12, 31)).getResultList();
    }

    /** The sealed document of a receipt of the signed-in client; not found when it is somebody else's or not sealed yet. */
    @RolesAllowed(Role.CLIENT)
    @Audited("receipt.downloaded")
    public ReceiptFile myFile(UUID id) {
        Receipt receipt = em.createQuery("select r from Receipt r where r.id = :id and r.personId = :person and " + FOR_THE_CLIENT, Receipt.class)
            .setParameter("id", id).setParameter("person", caller.personId()).getResultStream().findFirst().orElseThrow(NotFound::new);
        return file(receipt);
    }

    private UUID made(ReceiptOrder order, String key) {
        Optional<Receipt> before = issuedWith(key, order.asked());
        if (before.isPresent()) {
            return before.get().getId();
        }
        ReceiptGround ground = ground();
        ReceiptFacts facts = facts(order, ground);
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
        facts = facts(order, ground);
        facts.check();
        return write(order, key, facts, file, addressee(order, file).getId(), clock.instant());
    }

    /** Gives the number and keeps the words (rule 2). */
    private UUID write(ReceiptOrder order, String key, ReceiptFacts facts, UUID file, UUID person, Instant at) {
        Receipt.Given number = take(ReceiptSeries.prefix(facts.kind(), facts.workspace().getJurisdiction(), facts.issuedOn().getYear()), facts.issuedOn());
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
        List<ReceiptFacts.Item> items = rows.stream().map(row -> item(order, (Meeting) row[0], (Service) row[2], ((Service) row[2]).priceOn(((Meeting) row[0]).getDay()), List.of(),
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

    private ReceiptFacts facts(ReceiptOrder order, ReceiptGround ground) {
        if (order.meetings().isEmpty() || order.meetings().size() > MOST_LINES) {
            throw new BusinessRuleViolation("receipt.lines", MOST_LINES);
        }
        List<Meeting> held = order.meetings().stream().map(meetings::find).sorted(java.util.Comparator.comparing(Meeting::getStartsAt)).toList();
        UUID file = held.get(0).getFileId();
        if (held.stream().anyMatch(meeting -> !meeting.getFileId().equals(file))) {
            throw new BusinessRuleViolation("receipt.one_file");
        }
        Person person = addressee(order, file);
        Optional<AgreementTerms> terms = needsTerms(held, ground) ? agreements.terms(file) : Optional.empty();
        Map<UUID, List<Coverage>> covered = Coverage.of(em, order.meetings()).stream().collect(Collectors.groupingBy(Coverage::meetingId));
        Map<String, Service> services = new HashMap<>();
        List<ReceiptFacts.Item> items = new ArrayList<>();
        for (Meeting meeting : held) {
            Service service = services.computeIfAbsent(meeting.getServiceId() + " " + meeting.getDay(),
                key -> practices.service(meeting.getServiceId(), meeting.getDay()));
            items.add(item(order, meeting, service, service.getPrice(), covered.getOrDefault(meeting.getId(), List.of()), terms));
        }
        if (!Receipt.COVERED.equals(order.kind())) {
            terms.ifPresent(agreed -> Withdrawal.check(agreed, held, order.payment(), ground.law(), ground.workspace().getZone()));
        }
        if (order.buyer() != null && order.buyer().payerId() != null && !payers.find(order.buyer().payerId()).getFileId().equals(file)) {
            throw new NotFound();
        }
        long billed = order.buyer() == null || order.buyer().authorisation() == null ? 0 : billedUnder(file, order.buyer().authorisation());
        return new ReceiptFacts(ground.workspace(), ground.practice(), ground.law(), ground.registration(), order.kind(), person.getDetails(),
            names(order, file), items, order.buyer(), order.payment(), billed, ground.today());
    }

    static boolean needsTerms(List<Meeting> held, ReceiptGround ground) {
        return "FR".equals(ground.workspace().getJurisdiction()) || held.stream().anyMatch(Receipts::feeOnly);
    }

    static ReceiptFacts.Item item(ReceiptOrder order, Meeting meeting, Service service, Money quoted, List<Coverage> covered, Optional<AgreementTerms> terms) {
        boolean fee = feeOnly(meeting);
        long price = quoted.minor();
        if (fee) {
            Long agreed = terms.map(AgreementTerms::missedFee).orElse(null);
            if (agreed == null || Receipt.COVERED.equals(order.kind())) {
                throw new BusinessRuleViolation("receipt.fee_not_agreed");
            }
            price = Math.min(agreed, price);
        }
        boolean proof = Receipt.COVERED.equals(order.kind());
        long before = covered.stream().mapToLong(Coverage::amount).sum();
        boolean again = proof ? covered.stream().anyMatch(other -> Receipt.COVERED.equals(other.kind())) : before >= price && price > 0;
        if (again) {
            throw new BusinessRuleViolation("receipt.already_issued", covered.stream().map(Coverage::number).distinct().collect(Collectors.joining(", ")));
        }
        long amount = order.shareMinor() == null ? price - before : order.shareMinor();
        if (!proof && amount > price - before) {
            throw new BusinessRuleViolation("receipt.above_price", new Money(price - before, quoted.currency()), quoted);
        }
        return new ReceiptFacts.Item(meeting, service, price, amount, order.billedMinutes(), fee);
    }

    /** Whether the client missed it, or cancelled later than was agreed: then there is no session, and at most a fee (rule 14). */
    private static boolean feeOnly(Meeting meeting) {
        return Meeting.MISSED.equals(meeting.getStatus()) || Meeting.CANCELLED_BY_CLIENT.equals(meeting.getStatus()) && meeting.isLate();
    }

    private long billedUnder(UUID file, String authorisation) {
        return em.createQuery("select count(l) from ReceiptLine l, Receipt r where l.receiptId = r.id and r.fileId = :file and r.authorisation = :authorisation "
            + "and r.kind = 'invoice' and " + STANDS, Long.class).setParameter("file", file).setParameter("authorisation", authorisation).getSingleResult();
    }

    private Person addressee(ReceiptOrder order, UUID file) {
        return order.attendees().isEmpty() ? files.client(file) : attendees(order, file).get(0);
    }

    private List<String> names(ReceiptOrder order, UUID file) {
        return order.attendees().isEmpty() ? List.of() : attendees(order, file).stream().map(Person::getDetails)
            .map(details -> details.getGivenName() + " " + details.getFamilyName()).toList();
    }

    /** Those named, in the order they were named in; who takes no part in the file is not found. */
    private List<Person> attendees(ReceiptOrder order, UUID file) {
        Map<UUID, Person> known = em.createQuery("select p from Person p where p.id in :ids "
                + "and p.id in (select t.personId from Participant t where t.fileId = :file)", Person.class).setParameter("file", file).setParameter("ids", order.attendees()).getResultStream()
            .collect(Collectors.toMap(Person::getId, person -> person));
        if (known.size() < order.attendees().size()) {
            throw new NotFound();
        }
        return order.attendees().stream().map(known::get).toList();
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

    /** Gives the next number of a series, in one statement that locks its row until the transaction ends (rules 2 and 3). */
    private Receipt.Given take(String prefix, LocalDate day) {
        return taken(prefix, day).or(() -> {
            ReceiptSeries first = new ReceiptSeries(prefix);
            // Jakarta Persistence cannot say «unless it is there»: two first receipts of a year at once must both go through.
            em.createNativeQuery("insert into receipt_series (id, code, prefix, next) values (?, ?, ?, 1) on conflict (tenant_id, code) do nothing")
                .setHint("eclipselink.jdbc.allow-native-sql-query", "true")
                .setParameter(1, first.getId()).setParameter(2, first.getCode()).setParameter(3, prefix).executeUpdate();
            return taken(prefix, day);
        }).orElseThrow(() -> new BusinessRuleViolation("receipt.before_last", em.createQuery("select s from ReceiptSeries s where s.prefix = :prefix",
            ReceiptSeries.class).setParameter("prefix", prefix).getSingleResult().lastIssuedOn()));
    }

    // Jakarta Persistence cannot change a row and read it in one statement, and the row is what everybody waits for.
    private Optional<Receipt.Given> taken(String prefix, LocalDate day) {
        List<?> rows = em.createNativeQuery("update receipt_series set next = next + 1, last_issued_on = cast(? as date), version = version + 1 "
                + "where prefix = ? and (last_issued_on is null or last_issued_on <= cast(? as date)) returning id, next - 1")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").setParameter(1, day.toString()).setParameter(2, prefix)
            .setParameter(3, day.toString()).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> {
            long number = ((Number) row[1]).longValue();
            return new Receipt.Given((UUID) row[0], number, ReceiptSeries.display(prefix, number));
        });
    }

    private Optional<Receipt> issuedWith(String key, String asked) {
        Optional<Receipt> receipt = em.createQuery("select r from Receipt r where r.idempotencyKey = :key", Receipt.class)
            .setParameter("key", key).getResultStream().findFirst();
        if (receipt.isPresent() && !receipt.get().isAnswerTo(asked)) {
            throw new BusinessRuleViolation("receipt.key_used");
        }
        return receipt;
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
