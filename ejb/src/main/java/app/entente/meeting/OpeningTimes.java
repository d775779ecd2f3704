package app.entente.meeting;

import app.entente.identity.Role;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** When the practice receives: its week, and the days that are otherwise. */
@Stateless
@UseCases
public class OpeningTimes {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** All hours there are, to ask about a day. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public OpeningWeek week() {
        return new OpeningWeek(all());
    }

    /** All hours, those of the week first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<OpeningHours> all() {
        return em.createQuery("select h from OpeningHours h order by h.weekday nulls last, h.day, h.opens", OpeningHours.class).getResultList();
    }

    /** Replaces the hours of every week. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public void receive(List<OpeningHours> week) {
        em.createQuery("delete from OpeningHours h where h.weekday is not null").executeUpdate();
        week.forEach(em::persist);
    }

    /** Writes the first hours of a workspace that has none; refused when there are some. Called when a workspace is opened. */
    @PermitAll
    public void establish(List<OpeningHours> week) {
        if (em.createQuery("select count(h) from OpeningHours h", Long.class).getSingleResult() > 0) {
            throw new IllegalStateException("the workspace already has its hours");
        }
        week.forEach(em::persist);
    }

    /** Replaces the hours of one day; with none the day is like every week's. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public void except(LocalDate day, List<OpeningHours> hours) {
        em.createQuery("delete from OpeningHours h where h.day = :day").setParameter("day", day).executeUpdate();
        hours.forEach(em::persist);
    }
}
