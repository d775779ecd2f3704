package app.entente.seed;

import app.entente.catalogue.Catalogue;
import app.entente.catalogue.ProcessStep;
import app.entente.file.Files;
import app.entente.file.Paths;
import app.entente.file.Payers;
import app.entente.identity.Seats;
import app.entente.meeting.Meeting;
import app.entente.meeting.Meetings;
import app.entente.meeting.OpeningTimes;
import app.entente.meeting.Where;
import app.entente.note.EntrySignatures;
import app.entente.payment.Payments;
import app.entente.person.PersonDetails;
import app.entente.practice.PracticeEstablished;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.receipt.Issuing;
import app.entente.tenant.UseCases;
import app.entente.workspace.UsageWork;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes one demo practice into its workspace, whole or not at all (rule 1). */
@Stateless
@UseCases
public class Furnishing {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Workspaces workspaces;
    @Inject
    Practices practices;
    @Inject
    Catalogue catalogue;
    @Inject
    Seats seats;
    @Inject
    Files files;
    @Inject
    Payers payers;
    @Inject
    Paths paths;
    @Inject
    Meetings meetings;
    @Inject
    OpeningTimes openingTimes;
    @Inject
    EntrySignatures signatures;
    @Inject
    Issuing issuing;
    @Inject
    Payments payments;
    @Inject
    UsageWork usage;
    @Inject
    Event<PracticeEstablished> established;

    /**
     * Opens the workspace and writes all that is in it.
     *
     * @param accounts the account of each subject that has a login
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void furnish(DemoWorkspace demo, Map<String, UUID> accounts) {
        Seed seed = Seed.of(demo.slug());
        workspaces.open(seed.workspace(demo.id(), clock.instant()));
        // The rows below refer to the workspace, and to each other, by keys that Jakarta Persistence does not know as relations.
        em.flush();
        practices.enact(seed.laws());
        practices.establish(seed.profile(), seed.texts(), seed.services());
        catalogue.adopt(seed.approaches(), seed.steps());
        seats.seatOwner(accounts.get(demo.owner().subject()));
        ZoneId zone = workspaces.find(demo.id()).getZone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Map<String, Service> services = practices.services().stream().collect(Collectors.toMap(Service::getCode, service -> service));
        List<Meeting> calendar = new ArrayList<>();
        Map<UUID, UUID> persons = new HashMap<>();
        Map<String, List<Meeting>> held = new HashMap<>();
        for (DemoWorkspace.Client client : demo.clients()) {
            UUID file = files.takeOver(client.people(), client.kind(), client.reason(), client.step(), client.openedOn(today));
            persons.put(file, files.row(file).personId());
            if (client.login() != null) {
                seats.openPortal(files.row(file).personId(), accounts.get(client.login().subject()), null);
            }
            if (client.payer() != null) {
                payers.establish(file, client.payer(), client.openedOn(today));
            }
            client.held(today).forEach(day -> files.served(file, day));
            paths.establish(file, visits(client, today));
            PersonDetails person = client.people().get(0).details();
            List<Meeting> theirs = client.meetings().stream().map(planned -> meeting(file, services.get(planned.service()), planned, today, zone, person)).toList();
            calendar.addAll(theirs);
            held.put(client.key(), theirs.stream().filter(Meeting::isHeld).sorted(Comparator.comparing(Meeting::getStartsAt)).toList());
        }
        meetings.establish(calendar);
        openingTimes.establish(demo.hours());
        em.flush();
        signatures.establish(DemoNotes.of(demo.slug(), calendar, persons, accounts.get(demo.owner().subject())));
        em.flush();
        new DemoMoney(issuing, payments, zone).establish(demo.slug(), held, persons);
        established.fire(new PracticeEstablished(demo.id(), demo.slug()));
        em.flush();
        usage.count();
    }

    /** The steps up to the present one, each entered after its share of the meetings that were held. */
    private List<Paths.Visit> visits(DemoWorkspace.Client client, LocalDate today) {
        List<String> codes = catalogue.steps().stream().map(ProcessStep::getCode).toList();
        int now = codes.indexOf(client.step());
        List<LocalDate> held = client.held(today);
        List<Paths.Visit> visits = new ArrayList<>(List.of(new Paths.Visit(codes.get(0), client.openedOn(today))));
        for (int i = 1; i <= now; i++) {
            visits.add(new Paths.Visit(codes.get(i), held.isEmpty() ? client.openedOn(today) : held.get(Math.min(held.size() - 1, (i - 1) * held.size() / now)).plusDays(1)));
        }
        return visits;
    }

    private Meeting meeting(UUID file, Service service, DemoWorkspace.Planned planned, LocalDate today, ZoneId zone, PersonDetails person) {
        boolean home = "home".equals(planned.mode());
        Where where = new Where(home ? person.getStreet() : "", person.getPostalCode(), person.getCity(), "", person.getPhone());
        Meeting meeting = new Meeting(file, service, planned.local(today), zone, planned.minutes(), planned.mode(), where, clock.instant());
        switch (planned.status()) {
            case Meeting.HELD -> meeting.hold(clock.instant());
            case Meeting.MISSED -> meeting.miss(clock.instant());
            case Meeting.CANCELLED_BY_CLIENT -> meeting.cancel(true, clock.instant());
            case Meeting.CANCELLED_BY_PRACTITIONER -> meeting.cancel(false, clock.instant());
            default -> { }
        }
        return meeting;
    }
}
