package app.entente.receipt;

import app.entente.document.CheckCode;
import app.entente.document.Seals;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.Money;
import app.entente.kernel.NotFound;
import app.entente.meeting.MeetingRow;
import app.entente.person.Person;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds and shows the receipts of the current workspace; {@link Issuing} issues them. */
@Stateless
@UseCases
public class Receipts {

    private static final int MOST = 200;
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
    Caller caller;
    @Inject
    Seals seals;

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
