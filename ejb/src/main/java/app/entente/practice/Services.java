package app.entente.practice;

import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.Money;
import app.entente.kernel.NotFound;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the practice offers, as its practitioner words and prices it. */
@Stateless
@UseCases
public class Services {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Practices practices;

    /** Every service, those on offer first; with the first price each. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<Service> all() {
        return em.createQuery("select s from Service s order by s.active desc, s.position", Service.class).getResultList();
    }

    /** One service, with its first price. */
    @RolesAllowed(Role.PRACTITIONER)
    public Service find(UUID id) {
        return em.createQuery("select s from Service s where s.id = :id", Service.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** Adds a service at the end; refused as {@link Service#change} says. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("service.added")
    public UUID add(ServiceTerms terms, long priceMinor) {
        int position = em.createQuery("select coalesce(max(s.position), 0) from Service s", Integer.class).getSingleResult() + 1;
        Practice practice = practices.profile();
        UUID name = UUID.randomUUID();
        Service service = new Service("own_" + name.toString().substring(0, 13), terms, new Money(priceMinor, practice.getCurrency()), position,
            practice.isPsychotherapyPermit());
        em.persist(service);
        return service.getId();
    }

    /** Words a service anew; refused as {@link Service#change} says, and when somebody else was faster. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("service.changed")
    public void change(UUID id, ServiceTerms terms, int version) {
        Service service = find(id);
        if (service.getVersion() != version) {
            throw new OptimisticLockException(service);
        }
        service.change(terms, practices.profile().isPsychotherapyPermit());
    }

    /** Sets a price from a day to come on; refused with {@code service.price_past} when that day is not after today. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("service.priced")
    public void price(UUID id, LocalDate from, long minor) {
        find(id).plan(from, minor, LocalDate.now(clock));
    }

    /** Offers it no more (rule 9). */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("service.retired")
    public void retire(UUID id) {
        find(id).retire();
    }

    /** Offers it again. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("service.resumed")
    public void resume(UUID id) {
        find(id).resume();
    }
}
