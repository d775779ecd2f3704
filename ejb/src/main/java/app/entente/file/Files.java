package app.entente.file;

import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.NotFound;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.person.PersonDetails;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Opens and finds the client files of the current workspace. */
@Stateless
@UseCases
public class Files {

    private static final String ROW = "select new app.entente.file.FileRow(f.id, f.reference, f.status, f.step, f.openedOn, p.id, "
        + "p.details.givenName, p.details.familyName, p.details.chosenName) from ClientFile f, Participant t, Person p "
        + "where t.fileId = f.id and t.principal = true and p.id = t.personId ";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    People people;
    @Inject
    Event<FileOpened> opened;

    /** Opens an individual file for a new person (rules 1 and 3). */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.begun")
    public UUID open(@Valid @NotNull PersonDetails details, String reason) {
        return begin("individual", details, reason);
    }

    /**
     * Opens a file of a kind for a new person, the one it is named after; others join it later. Refused with {@code file.kind}, and with
     * {@code file.minor_birth} when a child's birth date is missing.
     *
     * @param kind {@code individual}, {@code couple}, {@code family} or {@code minor}
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.begun")
    public UUID open(String kind, @Valid @NotNull PersonDetails details, String reason) {
        return begin(kind, details, reason);
    }

    private UUID begin(String kind, PersonDetails details, String reason) {
        if (ClientFile.MINOR.equals(kind) && details.getBirthDate() == null) {
            throw new BusinessRuleViolation("file.minor_birth");
        }
        LocalDate today = LocalDate.now(clock.withZone(workspaces.find(tenant.id()).getZone()));
        Person person = new Person(details, clock.instant());
        em.persist(person);
        ClientFile file = new ClientFile(counter(today.getYear()).next(), kind, reason, today, clock.instant());
        em.persist(file);
        em.flush();
        Participant client = new Participant(file.getId(), person.getId(), Participant.CLIENT, today, clock.instant());
        client.lead(true);
        em.persist(client);
        opened.fire(new FileOpened(file.getId(), person.getId()));
        return file.getId();
    }

    /**
     * Takes over a file that began before it came here, with the people in it; the first of them is the client. Called when a workspace is
     * opened with what its practitioner brings along.
     *
     * @param people who takes part, in which capacity
     * @param step code of the step the path had reached
     */
    @PermitAll
    public UUID takeOver(List<Taking> people, String kind, String reason, String step, LocalDate openedOn) {
        List<Person> known = people.stream().map(taking -> new Person(taking.details(), clock.instant())).toList();
        known.forEach(em::persist);
        ClientFile file = new ClientFile(counter(openedOn.getYear()).next(), kind, reason, step, openedOn, clock.instant());
        em.persist(file);
        em.flush();
        for (int i = 0; i < known.size(); i++) {
            Participant part = new Participant(file.getId(), known.get(i).getId(), people.get(i).capacity(), openedOn, clock.instant());
            part.lead(i == 0);
            em.persist(part);
        }
        em.flush();
        opened.fire(new FileOpened(file.getId(), known.get(0).getId()));
        return file.getId();
    }

    /** One file. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("file.opened")
    public ClientFile find(UUID id) {
        return em.createQuery("select f from ClientFile f where f.id = :id", ClientFile.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** The first person a file is for: the one it is named after. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("file.opened")
    public Person client(UUID file) {
        return em.createQuery("select p from Person p, Participant t where t.fileId = :file and t.principal = true and p.id = t.personId",
            Person.class).setParameter("file", file).getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** Everybody a file is for today, the one it is named after first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("file.opened")
    public List<Person> clients(UUID file) {
        List<Person> clients = em.createQuery("select p from Person p, Participant t where t.fileId = :file and t.capacity = 'client' and t.until is null "
            + "and p.id = t.personId order by case when t.principal = true then 0 else 1 end, t.createdAt, t.id", Person.class)
            .setParameter("file", file).getResultList();
        if (clients.isEmpty()) {
            throw new NotFound();
        }
        return clients;
    }

    /** Replaces what is written about the first client of a file; the version is the one the form was made from. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("file.corrected")
    public void correctClient(UUID file, @Valid @NotNull PersonDetails details, int version) {
        people.correct(client(file).getId(), details, version);
    }

    /** Files whose client's name or reference contains the words, latest first; all when there are none. At most 50. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<FileRow> page(String words) {
        String pattern = "%" + (words == null ? "" : words.strip().toLowerCase(java.util.Locale.ROOT)) + "%";
        return em.createQuery(ROW + "and (lower(p.details.givenName) like :words or lower(p.details.familyName) like :words "
                + "or lower(p.details.chosenName) like :words or lower(f.reference) like :words) order by f.createdAt desc", FileRow.class)
            .setParameter("words", pattern).setMaxResults(50).getResultList();
    }

    /** One file as a row of a list, for work without anybody signed in. */
    @PermitAll
    public FileRow row(UUID id) {
        return em.createQuery(ROW + "and f.id = :id", FileRow.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    private FileCounter counter(int year) {
        // Jakarta Persistence cannot say «unless it is there»: two first files of a year at once must both go through.
        em.createNativeQuery("insert into file_counter (id, year, last) values (?, ?, 0) on conflict (tenant_id, year) do nothing")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").setParameter(1, Ids.next()).setParameter(2, year).executeUpdate();
        return em.createQuery("select c from FileCounter c where c.year = :year", FileCounter.class).setParameter("year", year)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResult();
    }
}
