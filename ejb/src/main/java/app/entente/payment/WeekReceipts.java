package app.entente.payment;

import app.entente.identity.Role;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The held meetings of a week that still have no receipt. What would be issued, and issuing it, is asked of the receipts themselves, one by one. */
@Stateless
@UseCases
public class WeekReceipts {

    private static final int MOST = 60;
    private static final String ROW = "select new app.entente.payment.HeldMeeting(m.id, m.startsAt, p.details.givenName, p.details.familyName, s.title.fr, s.title.en) "
        + "from Meeting m, Participant t, Person p, Service s where t.fileId = m.fileId and t.principal = true and p.id = t.personId and s.id = m.serviceId ";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;

    /** Which meetings of the week from that Monday on took place, have a price and no receipt that stands, oldest first; at most 60. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<HeldMeeting> open(LocalDate monday) {
        ZoneId zone = workspaces.find(tenant.id()).getZone();
        return em.createQuery(ROW + "and m.status = 'held' and (s.priceMinor > 0 or s.datedPrices <> '') and m.startsAt >= :from and m.startsAt < :until "
                + "and not exists (select l.id from ReceiptLine l, Receipt r where l.meetingId = m.id and r.id = l.receiptId and r.kind <> 'credit' "
                + "and not exists (select c.id from Receipt c where c.creditsId = r.id)) order by m.startsAt", HeldMeeting.class)
            .setParameter("from", monday.atStartOfDay(zone).toInstant()).setParameter("until", monday.plusWeeks(1).atStartOfDay(zone).toInstant()).setMaxResults(MOST).getResultList();
    }
}
