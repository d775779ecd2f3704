package app.entente.receipt;

import app.entente.agreement.AgreementTerms;
import app.entente.agreement.Agreements;
import app.entente.file.Payer;
import app.entente.identity.Role;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.meeting.Meeting;
import app.entente.person.Person;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The held meetings of a week with what the receipt of each would say: the questions are the same however many meetings there are. */
@Stateless
@UseCases
public class WeekReceipts {

    /** How many meetings of a week are looked at, the earliest first. */
    public static final int MOST = 100;

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
    Agreements agreements;

    /**
     * Every meeting of the week from that Monday on that took place, oldest first; at most {@link #MOST}. Nothing is refused: what stands in the way of a
     * receipt is said in its row.
     *
     * @param means how they were paid, each on its day; null for not paid yet
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<WeekRow> of(LocalDate monday, String means) {
        ReceiptGround ground = ReceiptGround.of(em, workspaces.find(tenant.id()), practices, clock);
        ZoneId zone = ground.workspace().getZone();
        List<Object[]> held = em.createQuery("select m, p, s from Meeting m, Participant t, Person p, Service s where t.fileId = m.fileId and t.principal = true "
                + "and p.id = t.personId and s.id = m.serviceId and m.status = 'held' and m.startsAt >= :from and m.startsAt < :until order by m.startsAt, m.id", Object[].class)
            .setParameter("from", monday.atStartOfDay(zone).toInstant()).setParameter("until", monday.plusWeeks(1).atStartOfDay(zone).toInstant())
            .setMaxResults(MOST).getResultList();
        if (held.isEmpty()) {
            return List.of();
        }
        List<Meeting> meetings = held.stream().map(row -> (Meeting) row[0]).toList();
        List<UUID> files = meetings.stream().map(Meeting::getFileId).distinct().toList();
        Map<UUID, List<Coverage>> covered = Coverage.of(em, meetings.stream().map(Meeting::getId).toList()).stream().collect(Collectors.groupingBy(Coverage::meetingId));
        Map<UUID, AgreementTerms> terms = OrderQueries.needsTerms(meetings, ground) ? agreements.terms(files) : Map.of();
        Set<UUID> paidByOthers = paidByOthers(meetings, files);
        return held.stream().map(row -> row((Meeting) row[0], (Person) row[1], (Service) row[2], means, ground, covered, terms, paidByOthers)).toList();
    }

    private WeekRow row(Meeting meeting, Person person, Service service, String means, ReceiptGround ground, Map<UUID, List<Coverage>> covered,
        Map<UUID, AgreementTerms> terms, Set<UUID> paidByOthers) {
        List<Coverage> before = covered.getOrDefault(meeting.getId(), List.of());
        ReceiptPreview preview = null;
        BusinessRuleViolation refused = null;
        try {
            preview = Issuing.preview(facts(order(meeting, means), meeting, person, service, ground, before, Optional.ofNullable(terms.get(meeting.getFileId()))));
        } catch (BusinessRuleViolation e) {
            refused = e;
        }
        Coverage last = before.isEmpty() ? null : before.get(before.size() - 1);
        return new WeekRow(meeting.getId(), meeting.getFileId(), meeting.getStartsAt(), meeting.getMinutes(), person.getId(), person.getDetails().getGivenName() + " " + person.getDetails().getFamilyName(), service.getTitle(),
            service.priceOn(meeting.getDay()), preview, refused, last == null ? null : last.receiptId(), last == null ? null : last.number(), paidByOthers.contains(meeting.getId()));
    }

    /** The order of one row, as the form sends it. */
    private static ReceiptOrder order(Meeting meeting, String means) {
        return ReceiptOrder.of(meeting.getId(), means == null ? null : new Payment(means, meeting.getDay()));
    }

    private static ReceiptFacts facts(ReceiptOrder order, Meeting meeting, Person person, Service service, ReceiptGround ground, List<Coverage> before, Optional<AgreementTerms> terms) {
        ReceiptFacts.Item item = OrderQueries.item(order, meeting, service, service.priceOn(meeting.getDay()), before, terms);
        terms.ifPresent(agreed -> Withdrawal.check(agreed, List.of(meeting), order.payment(), ground.law(), ground.workspace().getZone()));
        return new ReceiptFacts(ground.workspace(), ground.practice(), ground.law(), ground.registration(), order.kind(), person.getDetails(), List.of(), List.of(item), null,
            order.payment(), 0, ground.today());
    }

    /** The meetings on whose day somebody else than the client pays for the file. */
    private Set<UUID> paidByOthers(List<Meeting> meetings, List<UUID> files) {
        List<Payer> payers = em.createQuery("select p from Payer p where p.fileId in :files", Payer.class).setParameter("files", files).getResultList();
        return meetings.stream().filter(meeting -> payers.stream().anyMatch(payer -> payer.getFileId().equals(meeting.getFileId()) && payer.paysOn(meeting.getDay())))
            .map(Meeting::getId).collect(Collectors.toSet());
    }
}
