package app.entente.receipt;

import app.entente.agreement.AgreementTerms;
import app.entente.agreement.Agreements;
import app.entente.file.Files;
import app.entente.file.Payers;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Money;
import app.entente.kernel.NotFound;
import app.entente.meeting.Meeting;
import app.entente.meeting.Meetings;
import app.entente.person.Person;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts together what a receipt is made of: meetings of one file, what they cost and what was covered, whom it names, who pays. */
@ApplicationScoped
class OrderQueries {

    private static final int MOST_LINES = 60;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Files files;
    @Inject
    Payers payers;
    @Inject
    Practices practices;
    @Inject
    Meetings meetings;
    @Inject
    Agreements agreements;

    /** All that a receipt is made of; refused as the rules of the package say, but for what is missing. */
    ReceiptFacts facts(ReceiptOrder order, ReceiptGround ground) {
        if (order.meetings().isEmpty() || order.meetings().size() > MOST_LINES) {
            throw new BusinessRuleViolation("receipt.lines", MOST_LINES);
        }
        List<Meeting> held = order.meetings().stream().map(meetings::find).sorted(Comparator.comparing(Meeting::getStartsAt)).toList();
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

    /** Whether what was agreed says something about these meetings. */
    static boolean needsTerms(List<Meeting> held, ReceiptGround ground) {
        return "FR".equals(ground.workspace().getJurisdiction()) || held.stream().anyMatch(OrderQueries::feeOnly);
    }

    /** One meeting as a line: its price, and what of it this receipt covers. */
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
            + "and r.kind = 'invoice' and " + Receipts.STANDS, Long.class).setParameter("file", file).setParameter("authorisation", authorisation).getSingleResult();
    }

    /** Who it is made out for: the first of those named, or the client of the file. */
    Person addressee(ReceiptOrder order, UUID file) {
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
}
