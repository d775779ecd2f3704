package app.entente.file;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.person.Person;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What becomes of the closed files of the current workspace: kept, held, and in the end destroyed by somebody who decides it (rules 14 and 15). */
@Stateless
@UseCases
public class FileLife {

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
    Event<DestructionAsked> asked;
    @Inject
    Event<FileDestroyed> destroyed;

    /** Keeps a file beyond its time; refused with {@code file.hold_reason}. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.held")
    public void hold(UUID file, String reason) {
        files.find(file).hold(reason);
    }

    /** Lets the law alone decide again; the next round of the night looks at it. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.released")
    public void release(UUID file) {
        files.find(file).release();
    }

    /**
     * Destroys a file that is due for review. Its words are erased: what was said, why the person came, payers, reasons; and everything written of
     * the people who are in no other file. What stays is its number, its days, and the line of {@link Destruction}. Refused with
     * {@code file.not_due}, {@code file.on_hold}, {@code file.destroy_reference} when the number typed is not the file's, and with the reason of
     * whatever has to be kept longer.
     *
     * @param typed the file's reference, typed by whoever decides
     * @param method how; {@code file.destroy_method} when empty
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.destroyed")
    public void destroy(UUID file, String typed, String method) {
        ClientFile found = files.find(file);
        found.destroyable();
        if (typed == null || !found.getReference().equals(typed.strip())) {
            throw new BusinessRuleViolation("file.destroy_reference");
        }
        if (method == null || method.isBlank()) {
            throw new BusinessRuleViolation("file.destroy_method");
        }
        asked.fire(new DestructionAsked(file));
        em.persist(new Destruction(found, method.strip(), caller.accountId(), caller.name(), clock.instant()));
        found.destroy(LocalDate.now(clock.withZone(workspaces.find(tenant.id()).getZone())));
        of(FileStatement.class, file).forEach(em::remove);
        of(Payer.class, file).forEach(Payer::erase);
        of(GuardianConsent.class, file).forEach(GuardianConsent::erase);
        of(FileRole.class, file).forEach(FileRole::erase);
        of(PathStep.class, file).forEach(PathStep::erase);
        of(FileOpening.class, file).forEach(em::remove);
        people(file).forEach(person -> {
            em.createQuery("delete from Contact c where c.personId = :person").setParameter("person", person.getId()).executeUpdate();
            person.erase();
        });
        destroyed.fire(new FileDestroyed(file));
    }

    /** The lines that destroyed files have left, latest first. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<Destruction> lines() {
        return em.createQuery("select d from Destruction d order by d.destroyedAt desc", Destruction.class).getResultList();
    }

    private <T> List<T> of(Class<T> type, UUID file) {
        return em.createQuery("select x from " + type.getSimpleName() + " x where x.fileId = :file", type).setParameter("file", file).getResultList();
    }

    /** Those who take or took part in no other file that is not destroyed. */
    private List<Person> people(UUID file) {
        return em.createQuery("select p from Person p where p.id in (select t.personId from Participant t where t.fileId = :file) and not exists "
            + "(select o from Participant o, ClientFile f where o.personId = p.id and f.id = o.fileId and f.id <> :file and f.status <> 'destroyed')",
            Person.class).setParameter("file", file).getResultList();
    }
}
