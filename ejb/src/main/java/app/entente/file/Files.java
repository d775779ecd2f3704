package app.entente.file;

import app.entente.catalogue.Catalogue;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.NotFound;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.person.PersonDetails;
import app.entente.practice.LawText;
import app.entente.practice.Practices;
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
import jakarta.persistence.TypedQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Opens and finds the client files of the current workspace. */
@Stateless
@UseCases
public class Files {

    private static final String ROW = "select new app.entente.file.FileRow(f.id, f.reference, f.kind, f.status, f.step, f.openedOn, f.lastServiceOn, p.id, "
        + "p.details.givenName, p.details.familyName, p.details.chosenName, (select count(x) from Participant x where x.fileId = f.id "
        + "and x.capacity = 'client' and x.until is null)) from ClientFile f, Participant t, Person p "
        + "where t.fileId = f.id and t.principal = true and p.id = t.personId ";

    private static final int RECENT = 10;
    /** The law that says how many years a file is kept after the last service, by place. */
    private static final Map<String, String> KEPT = Map.of("CA-QC", "qc.retention", "FR", "fr.file.retention");

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Caller caller;
    @Inject
    Practices practices;
    @Inject
    Catalogue catalogue;
    @Inject
    People people;
    @Inject
    Event<FileOpened> opened;
    @Inject
    Event<EpisodeClosed> closed;
    @Inject
    Event<EpisodeOpened> reopened;

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
        LocalDate today = today();
        Person person = new Person(details, clock.instant());
        em.persist(person);
        ClientFile file = new ClientFile(counter(today.getYear()).next(), kind, reason, today, clock.instant());
        em.persist(file);
        em.flush();
        Participant client = new Participant(file.getId(), person.getId(), Participant.CLIENT, today, clock.instant());
        client.lead(true);
        em.persist(client);
        episode(file.getId(), 1, today, null);
        opened.fire(new FileOpened(file.getId(), person.getId()));
        return file.getId();
    }

    /**
     * Takes over a file that began before it came here, with the people in it; the first of them is the client. Called when a workspace is
     * opened with what its practitioner brings along.
     *
     * @param people who takes part, in which capacity
     * @param step code of the step the path had reached; how it came there is told to {@link Paths#establish}
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
        episode(file.getId(), 1, openedOn, step);
        em.flush();
        opened.fire(new FileOpened(file.getId(), known.get(0).getId()));
        return file.getId();
    }

    /** One file. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("file.opened")
    public ClientFile find(UUID id) {
        return Optional.ofNullable(em.find(ClientFile.class, id)).orElseThrow(NotFound::new);
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

    /** A part of the list of files, as asked; see {@link FileSearch}. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public FilePage search(@NotNull FileSearch search) {
        TypedQuery<FileRow> rows = search.narrow(em.createQuery(ROW + search.conditions() + search.order(), FileRow.class));
        Long count = search.narrow(em.createQuery("select count(f) from ClientFile f, Participant t, Person p where t.fileId = f.id and t.principal = true "
            + "and p.id = t.personId " + search.conditions(), Long.class)).getSingleResult();
        return new FilePage(rows.setFirstResult(search.first()).setMaxResults(FileSearch.SIZE).getResultList(), count, search);
    }

    /** Files whose client's name or reference contains the words, latest first; all when there are none. At most 50. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<FileRow> page(String words) {
        return search(FileSearch.words(words)).rows();
    }

    /** The files that the signed-in person had open last, latest first; at most ten. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<FileRow> recent() {
        return em.createQuery(ROW + "and f.id in (select o.fileId from FileOpening o where o.accountId = :account) and f.status <> 'destroyed' "
            + "order by (select max(o.openedAt) from FileOpening o where o.fileId = f.id and o.accountId = :account) desc", FileRow.class)
            .setParameter("account", caller.accountId()).setMaxResults(RECENT).getResultList();
    }

    /** Opens a file to read it, and remembers that the signed-in person did, where anything may be remembered. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("file.opened")
    public ClientFile read(UUID id) {
        ClientFile file = find(id);
        if (caller.accountId() != null && !tenant.readOnly()) {
            // Jakarta Persistence cannot say «or else change it»: two windows may open the same file at once.
            em.createNativeQuery("insert into file_opening (id, account_id, file_id, opened_at) values (?, ?, ?, ?) "
                + "on conflict (tenant_id, account_id, file_id) do update set opened_at = excluded.opened_at")
                .setHint("eclipselink.jdbc.allow-native-sql-query", "true").setParameter(1, Ids.next()).setParameter(2, caller.accountId())
                .setParameter(3, id).setParameter(4, Timestamp.from(clock.instant())).executeUpdate();
        }
        return file;
    }

    /** One file as a row of a list, for work without anybody signed in. */
    @PermitAll
    public FileRow row(UUID id) {
        return em.createQuery(ROW + "and f.id = :id", FileRow.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /**
     * A service was given on a day before the file came here; an earlier one than is known changes nothing. It is no change of the file itself: what
     * was brought along can be taken back together with it.
     */
    @PermitAll
    public void servedBefore(UUID file, @NotNull LocalDate day) {
        // Jakarta Persistence would count this as a change of the file, by whichever way it is written.
        em.createNativeQuery("update client_file set last_service_on = greatest(last_service_on, cast(? as date)) where id = ?")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").setParameter(1, day.toString()).setParameter(2, file).executeUpdate();
    }

    /** A service was given on a day: the clock of retention runs from the last one. Called by what knows of services; nothing else moves it (rule 14). */
    @PermitAll
    public void served(UUID file, @NotNull LocalDate day) {
        em.createQuery("select f from ClientFile f where f.id = :id", ClientFile.class).setParameter("id", file).getResultStream().findFirst()
            .orElseThrow(NotFound::new).served(day);
    }

    /**
     * Ends the accompaniment and its episode (rule 14). Refused with {@code file.not_open}, {@code file.closing_reason} without a reason,
     * {@code file.service_later} for a last service to come and {@code file.law_missing} where nobody has written down how long a file is kept.
     *
     * @param reason why it ends: agreed, client, practitioner, no_contact, referral, death, or other words
     * @param lastServiceOn day of the last service, when it is later than the last meeting known here; may be null
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.closed")
    public void close(UUID file, String reason, LocalDate lastServiceOn) {
        ClientFile found = find(file);
        LocalDate today = today();
        if (!found.isOpen()) {
            throw new BusinessRuleViolation("file.not_open");
        }
        if (reason == null || reason.isBlank()) {
            throw new BusinessRuleViolation("file.closing_reason");
        }
        if (lastServiceOn != null && lastServiceOn.isAfter(today)) {
            throw new BusinessRuleViolation("file.service_later");
        }
        if (lastServiceOn != null) {
            found.served(lastServiceOn);
        }
        LocalDate from = found.getLastServiceOn() == null ? today : found.getLastServiceOn();
        found.close(today, from.plusYears(yearsKept(today)));
        Episode episode = em.createQuery("select e from Episode e where e.fileId = :file and e.closedOn is null", Episode.class).setParameter("file", file)
            .getSingleResult();
        episode.close(reason.strip(), found.getLastServiceOn(), today, clock.instant());
        em.createQuery("select s from PathStep s where s.fileId = :file and s.leftOn is null", PathStep.class).setParameter("file", file)
            .getResultList().forEach(stay -> stay.leave(today, clock.instant()));
        closed.fire(new EpisodeClosed(file, episode.getId(), found.getLastServiceOn()));
    }

    /** Begins another episode in a file that was closed, at the first step of the path; refused with {@code file.not_closed}. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.reopened")
    public void reopen(UUID file) {
        ClientFile found = find(file);
        found.reopen();
        int last = em.createQuery("select max(e.number) from Episode e where e.fileId = :file", Integer.class).setParameter("file", file).getSingleResult();
        Episode episode = episode(file, last + 1, today(), null);
        catalogue.steps().stream().findFirst().ifPresent(step -> found.at(step.getCode()));
        reopened.fire(new EpisodeOpened(file, episode.getId()));
    }

    /** The episodes of a file, earliest first. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<Episode> episodes(UUID file) {
        return em.createQuery("select e from Episode e where e.fileId = :file order by e.number", Episode.class).setParameter("file", file).getResultList();
    }

    /** Begins an episode on a day, at a step of the path, or at the first one. */
    private Episode episode(UUID file, int number, LocalDate day, String code) {
        Episode episode = new Episode(file, number, day, clock.instant());
        em.persist(episode);
        em.flush();
        catalogue.steps().stream().filter(step -> code == null || step.getCode().equals(code)).findFirst().ifPresent(step -> em.persist(
            new PathStep(episode, step, PathStep.BEGUN, "", day, day.atStartOfDay(workspaces.find(tenant.id()).getZone()).toInstant(), caller.accountId())));
        return episode;
    }

    private int yearsKept(LocalDate today) {
        String place = workspaces.find(tenant.id()).getJurisdiction();
        return practices.law(place, KEPT.get(place), today).map(LawText::getValue).map(Integer::valueOf)
            .orElseThrow(() -> new BusinessRuleViolation("file.law_missing"));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(workspaces.find(tenant.id()).getZone()));
    }

    private FileCounter counter(int year) {
        // Jakarta Persistence cannot say «unless it is there»: two first files of a year at once must both go through.
        em.createNativeQuery("insert into file_counter (id, year, last) values (?, ?, 0) on conflict (tenant_id, year) do nothing")
            .setHint("eclipselink.jdbc.allow-native-sql-query", "true").setParameter(1, Ids.next()).setParameter(2, year).executeUpdate();
        return em.createQuery("select c from FileCounter c where c.year = :year", FileCounter.class).setParameter("year", year)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResult();
    }
}
