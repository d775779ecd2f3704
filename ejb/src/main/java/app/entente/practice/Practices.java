package app.entente.practice;

import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.NotFound;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The practice of the current workspace, as its public page and its documents show it. */
@Stateless
@UseCases
public class Practices {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;

    /** The profile. */
    @PermitAll
    public Practice profile() {
        return em.createQuery("select p from Practice p", Practice.class).getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** The profile as its owner edits it. */
    @RolesAllowed(Role.PRACTITIONER)
    public PracticeDetails details() {
        return new PracticeDetails(profile());
    }

    /**
     * Replaces what the practice says of itself (rules 1 and 6).
     *
     * @param version as the form was shown
     * @throws OptimisticLockException when somebody has changed it since
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("practice.described")
    public void describe(@Valid @NotNull PracticeDetails details, int version) {
        Practice practice = profile();
        if (practice.getVersion() != version) {
            throw new OptimisticLockException();
        }
        practice.describe(details);
    }

    /** What the practice says of itself, all parts, each in its order. */
    @PermitAll
    public List<PracticeText> texts() {
        return em.createQuery("select t from PracticeText t order by t.part, t.position", PracticeText.class).getResultList();
    }

    /** Services on offer, in order, at today's prices. */
    @PermitAll
    public List<Service> services() {
        return em.createQuery("select s from Service s where s.active = true order by s.position", Service.class).getResultStream()
            .map(service -> quoted(service, LocalDate.now(clock))).toList();
    }

    /** One service, at today's price. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT, Role.CLIENT})
    public Service service(UUID id) {
        return service(id, LocalDate.now(clock));
    }

    /** One service at the price of a day (rule 8). */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT, Role.CLIENT})
    public Service service(UUID id, LocalDate day) {
        return em.createQuery("select s from Service s where s.id = :id", Service.class).setParameter("id", id)
            .getResultStream().findFirst().map(service -> quoted(service, day)).orElseThrow(NotFound::new);
    }

    /** A copy of one's own: two days may be asked for in one transaction. */
    private Service quoted(Service service, LocalDate day) {
        em.detach(service);
        return service.quotedOn(day);
    }

    /** The text that the law of a place asks for on a day (rule 4); empty where nobody has written it down. */
    @PermitAll
    public Optional<LawText> law(String jurisdiction, String code, LocalDate day) {
        return em.createQuery("select l from LawText l where l.jurisdiction = :jurisdiction and l.code = :code "
                + "and (l.validFrom is null or l.validFrom <= :day) and (l.validTo is null or l.validTo >= :day) "
                + "order by l.validFrom desc nulls last", LawText.class)
            .setParameter("jurisdiction", jurisdiction).setParameter("code", code).setParameter("day", day)
            .setMaxResults(1).getResultStream().findFirst();
    }

    /** All rules of a place that are in force on a day (rule 4). */
    @PermitAll
    public LawPack laws(String jurisdiction, LocalDate day) {
        return LawPack.of(jurisdiction, day, em.createQuery("select l from LawText l where l.jurisdiction = :jurisdiction", LawText.class)
            .setParameter("jurisdiction", jurisdiction).getResultList());
    }

    /** The help lines that the practice names, in its order. */
    @PermitAll
    public List<LawText> helplines() {
        return em.createQuery("select l from LawText l, PracticeText t where t.part = 'helpline' and l.code = t.code order by t.position", LawText.class)
            .getResultList();
    }

    /** Adds texts of the law that are not known yet; those that are stay as they are (rule 4). */
    @PermitAll
    public void enact(List<LawText> laws) {
        for (LawText law : laws) {
            boolean known = em.createQuery("select l from LawText l where l.jurisdiction = :jurisdiction and l.code = :code", LawText.class)
                .setParameter("jurisdiction", law.getJurisdiction()).setParameter("code", law.getCode()).getResultStream()
                .anyMatch(other -> java.util.Objects.equals(other.getValidFrom(), law.getValidFrom()));
            if (!known) {
                em.persist(law);
            }
        }
    }

    /** Writes a whole practice into an empty workspace; refused when there is one. Called when a workspace is opened. */
    @PermitAll
    public void establish(Practice practice, List<PracticeText> texts, List<Service> services) {
        if (em.createQuery("select count(p) from Practice p", Long.class).getSingleResult() > 0) {
            throw new IllegalStateException("the workspace already has its practice");
        }
        em.persist(practice);
        texts.forEach(em::persist);
        services.forEach(em::persist);
    }
}
