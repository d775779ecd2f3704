package app.entente.payment;

import app.entente.kernel.NotFound;
import app.entente.kernel.Sha256;
import app.entente.kernel.Texts;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Makes exports, a month at a time, and erases them when their days are over. */
@Stateless
@UseCases
public class ExportWork {

    private static final String REFERENCE = "(select min(f.reference) from ClientFile f, Participant t where t.fileId = f.id and t.personId = ";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;

    /**
     * Makes the next month of an export, or erases one whose days are over; without effect on one that is made.
     *
     * @return whether there is more to make
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean advance(UUID id) {
        ExportJob job = em.createQuery("select j from ExportJob j where j.id = :id", ExportJob.class).setParameter("id", id).setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
        if (job.isOver(clock.instant())) {
            em.createQuery("delete from ExportPart p where p.exportId = :id").setParameter("id", id).executeUpdate();
            em.remove(job);
            return false;
        }
        if (!job.isWaiting()) {
            return false;
        }
        LocalDate first = job.nextOn();
        LocalDate endOfMonth = YearMonth.from(first).atEndOfMonth();
        LocalDate last = endOfMonth.isAfter(job.getLastOn()) ? job.getLastOn() : endOfMonth;
        Workspace workspace = workspaces.find(tenant.id());
        List<Posting> postings = postings(first, last, Texts.locale("fr", workspace.getJurisdiction()));
        StringBuilder body = new StringBuilder();
        long number = job.nextNumber();
        for (Posting posting : postings) {
            body.append(ExportJob.FEC.equals(job.getKind()) ? Fec.lines(number, posting) : Journal.lines(number, posting, Payments.currency(workspace)));
            number++;
        }
        int position = em.createQuery("select max(p.position) from ExportPart p where p.exportId = :id", Integer.class).setParameter("id", id).getSingleResult() + 1;
        em.persist(new ExportPart(id, position, body.toString()));
        job.made(last.plusDays(1), postings.size());
        return job.isWaiting();
    }

    /** Notes that an export cannot be made. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void fail(UUID id) {
        em.createQuery("select j from ExportJob j where j.id = :id", ExportJob.class).setParameter("id", id).getResultStream().findFirst().orElseThrow(NotFound::new).fail();
    }

    private List<Posting> postings(LocalDate first, LocalDate last, Locale locale) {
        List<Posting> all = new ArrayList<>();
        em.createQuery("select r.issuedOn, r.displayNumber, r.payerName, r.kind, r.totalMinor, r.netMinor, " + REFERENCE + "r.personId) from Receipt r "
                + "where r.issuedOn >= :first and r.issuedOn <= :last and r.kind <> 'covered' and r.totalMinor <> 0 order by r.issuedOn, r.issuedAt, r.number", Object[].class)
            .setParameter("first", first).setParameter("last", last).getResultStream().forEach(row -> all.add(Posting.sale((LocalDate) row[0], (String) row[1],
                party((String) row[2], (String) row[6]), code((String) row[2], (String) row[6]), say("export." + row[3], locale, row[1]), (Long) row[4], (Long) row[5])));
        em.createQuery("select e.paidOn, e.seq, e.payerName, e.means, e.amountMinor, e.roundingMinor, " + REFERENCE + "e.personId) from LedgerEntry e "
                + "where e.paidOn >= :first and e.paidOn <= :last order by e.paidOn, e.seq", Object[].class)
            .setParameter("first", first).setParameter("last", last).getResultStream().forEach(row -> all.add(Posting.money((LocalDate) row[0], "L" + row[1],
                party((String) row[2], (String) row[6]), code((String) row[2], (String) row[6]),
                say((Long) row[4] < 0 ? "export.refund" : "export.payment", locale, say("export.means." + row[3], locale)), (String) row[3], (Long) row[4], (Long) row[5])));
        all.sort(Comparator.comparing(Posting::on));
        return all;
    }

    private static String party(String payer, String reference) {
        return payer == null || payer.isBlank() ? reference == null ? "" : reference : payer;
    }

    private static String code(String payer, String reference) {
        return payer == null || payer.isBlank() ? party(payer, reference) : "P" + Sha256.of(payer.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private static String say(String key, Locale locale, Object... arguments) {
        return Texts.of("payment." + key, locale, false, arguments);
    }
}
