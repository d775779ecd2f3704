package app.entente.file;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.person.PersonDetails;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who takes part in the files of the current workspace (rules 3, 6 and 7). */
@Stateless
@UseCases
public class Participants {

    private static final String FIELDS = "new app.entente.file.ParticipantRow(t.id, t.personId, p.details.givenName, p.details.familyName, "
        + "p.details.chosenName, p.details.birthDate, t.capacity, t.since, t.until, t.principal, t.sees, t.grantedAt)";
    private static final String ROW = "select " + FIELDS + " from Participant t, Person p where p.id = t.personId ";
    private static final String THOSE_OF_TODAY_FIRST = "order by case when t.until is null then 0 else 1 end, case when t.principal = true then 0 else 1 end, "
        + "case when t.capacity = 'client' then 0 else 1 end, t.createdAt, t.id";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Caller caller;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Files files;
    @Inject
    People people;
    @Inject
    Event<ParticipantAdded> added;
    @Inject
    Event<ParticipantEnded> ended;

    /** Everybody who takes or took part in a file: those of today first, the client it is named after before the others. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<ParticipantRow> ofFile(UUID file) {
        return em.createQuery(ROW + "and t.fileId = :file " + THOSE_OF_TODAY_FIRST, ParticipantRow.class).setParameter("file", file).getResultList();
    }

    /** Somebody's part in a file, that person, and the file. */
    public record Part(ParticipantRow row, Person person, ClientFile file) {
    }

    /** As {@link #ofFile}, with the persons and the file itself: who goes on in the same transaction reads none of them again. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<Part> parts(UUID file) {
        return em.createQuery("select " + FIELDS + ", p, f from Participant t, Person p, ClientFile f where p.id = t.personId and f.id = t.fileId and f.id = :file "
            + THOSE_OF_TODAY_FIRST, Object[].class).setParameter("file", file).getResultStream()
            .map(found -> new Part((ParticipantRow) found[0], (Person) found[1], (ClientFile) found[2])).toList();
    }

    /** One part, as a row. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public ParticipantRow row(UUID participant) {
        return em.createQuery(ROW + "and t.id = :id", ParticipantRow.class).setParameter("id", participant)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** The file of a part. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public UUID fileOf(UUID participant) {
        return read(participant).getFileId();
    }

    /**
     * Adds somebody new to a file from today on; refused with {@code file.not_open}, {@code file.capacity}, {@code file.one_client} when the file
     * is for one person, or {@code file.sees}.
     *
     * @param capacity {@code client}, {@code parent}, {@code guardian}, {@code partner} or {@code relative}
     * @param sees what they see in their own space: {@code nothing}, {@code meetings} or {@code shared}
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("file.participant_added")
    public UUID add(UUID file, @Valid @NotNull PersonDetails details, String capacity, String sees) {
        open(file, capacity);
        Person person = new Person(details, clock.instant());
        em.persist(person);
        em.flush();
        return keep(file, person.getId(), capacity, sees);
    }

    /** Adds somebody whom the workspace knows already; refused as {@link #add} says, and with {@code file.already_in} when they take part. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("file.participant_added")
    public UUID join(UUID file, UUID person, String capacity, String sees) {
        open(file, capacity);
        people.find(person);
        if (em.createQuery("select count(t) from Participant t where t.fileId = :file and t.personId = :person and t.until is null", Long.class)
            .setParameter("file", file).setParameter("person", person).getSingleResult() > 0) {
            throw new BusinessRuleViolation("file.already_in");
        }
        return keep(file, person, capacity, sees);
    }

    /** Ends a part; refused as {@link Participant#end} says, and with {@code file.last_client} when nobody would be accompanied any more. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("file.participant_ended")
    public void end(UUID participant, @NotNull LocalDate day) {
        Participant part = read(participant);
        if (Participant.CLIENT.equals(part.getCapacity()) && part.getUntil() == null) {
            List<Participant> others = em.createQuery("select t from Participant t where t.fileId = :file and t.capacity = 'client' and t.until is null "
                + "and t.id <> :id order by t.createdAt, t.id", Participant.class).setParameter("file", part.getFileId()).setParameter("id", participant)
                .getResultList();
            if (others.isEmpty()) {
                throw new BusinessRuleViolation("file.last_client");
            }
            if (part.isPrincipal()) {
                part.lead(false);
                em.flush();
                others.get(0).lead(true);
            }
        }
        part.end(day);
        ended.fire(new ParticipantEnded(part.getFileId(), part.getPersonId()));
    }

    /** Says what a participant sees in their own space; refused with {@code file.sees}. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.sight_changed")
    public void show(UUID participant, String what) {
        read(participant).see(what);
    }

    /** What each holder of parental authority of a file has said. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<GuardianConsent> consents(UUID file) {
        return em.createQuery("select c from GuardianConsent c where c.fileId = :file", GuardianConsent.class).setParameter("file", file).getResultList();
    }

    /** Notes what a holder of parental authority has said; refused with {@code file.not_guardian} or {@code file.consent}. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.consent_noted")
    public void consent(UUID participant, String answer, LocalDate day) {
        consentOf(participant).answer(answer, day == null ? today() : day);
    }

    /**
     * Keeps the attestation by which one holder of parental authority may consent alone; an empty one takes it away. Refused with
     * {@code file.not_guardian}. It is shown to the practice alone, and the trail calls it
     * a consent: what it tells a client must not give the attestation away (rule 6).
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.consent_noted")
    public void attest(UUID participant, String text) {
        consentOf(participant).attest(text, today());
    }

    /** The parents of the signed-in person, in their own file as a minor, whom they may let in or not. */
    @RolesAllowed(Role.CLIENT)
    public List<ParticipantRow> myParents() {
        return em.createQuery(ROW + "and t.until is null and t.capacity in ('parent', 'guardian') and t.fileId in (select m.fileId from Participant m, "
            + "ClientFile f where f.id = m.fileId and f.kind = 'minor' and m.personId = :me and m.capacity = 'client' and m.until is null) order by t.createdAt",
            ParticipantRow.class).setParameter("me", caller.personId()).getResultList();
    }

    /** The signed-in young person lets one of their parents in, or no longer (rule 7); not found when it is not their parent. */
    @RolesAllowed(Role.CLIENT)
    @Audited("file.parent_granted")
    public void grant(UUID participant, boolean in) {
        if (myParents().stream().noneMatch(row -> row.id().equals(participant))) {
            throw new NotFound();
        }
        read(participant).grant(in ? clock.instant() : null);
    }

    private GuardianConsent consentOf(UUID participant) {
        Participant part = read(participant);
        if (!part.isParent()) {
            throw new BusinessRuleViolation("file.not_guardian");
        }
        return em.createQuery("select c from GuardianConsent c where c.fileId = :file and c.personId = :person", GuardianConsent.class)
            .setParameter("file", part.getFileId()).setParameter("person", part.getPersonId()).getResultStream().findFirst().orElseGet(() -> {
                GuardianConsent consent = new GuardianConsent(part.getFileId(), part.getPersonId());
                em.persist(consent);
                return consent;
            });
    }

    private void open(UUID file, String capacity) {
        ClientFile found = files.find(file);
        if (!"open".equals(found.getStatus())) {
            throw new BusinessRuleViolation("file.not_open");
        }
        if (Participant.CLIENT.equals(capacity) && !found.isForSeveral()) {
            throw new BusinessRuleViolation("file.one_client");
        }
    }

    private UUID keep(UUID file, UUID person, String capacity, String sees) {
        Participant part = new Participant(file, person, capacity, today(), clock.instant());
        if (sees != null && !sees.isBlank()) {
            part.see(sees);
        }
        em.persist(part);
        em.flush();
        added.fire(new ParticipantAdded(file, person, capacity));
        return part.getId();
    }

    private Participant read(UUID id) {
        return em.createQuery("select t from Participant t where t.id = :id", Participant.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(workspaces.find(tenant.id()).getZone()));
    }
}
