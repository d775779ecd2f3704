package app.entente.archive;

import app.entente.file.FileDestroyed;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.payment.Debtor;
import app.entente.payment.EarlierAsked;
import app.entente.payment.EarlierYearsAsked;
import app.entente.payment.YearStatement;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Looks up the receipts that were brought along (rule 9). */
@Stateless
@UseCases
public class EarlierReceipts {

    private static final int OF_A_FILE = 200;
    private static final String FROM = "from EarlierReceipt r, Participant t, Person p where t.fileId = r.fileId and t.principal = true and p.id = t.personId ";
    private static final String FITTING = "and (:words = '' or r.numberKey like :number or lower(concat(coalesce(p.details.chosenName, p.details.givenName), ' ', "
        + "p.details.familyName)) like :name or lower(concat(p.details.givenName, ' ', p.details.familyName)) like :name or lower(r.payer) like :name) ";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Caller caller;

    /**
     * Those whose number, client or payer has these words in it, the latest first.
     *
     * @param words may be empty: all of them
     * @param page counted from zero, of {@link EarlierPage#SIZE} rows
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public EarlierPage page(String words, int page) {
        String typed = words == null ? "" : words.strip();
        String name = "%" + escaped(typed.toLowerCase(java.util.Locale.ROOT)) + "%";
        String number = Words.plain(typed).isEmpty() ? "" : "%" + escaped(Words.plain(typed)) + "%";
        long count = em.createQuery("select count(r) " + FROM + FITTING, Long.class).setParameter("words", typed).setParameter("number", number)
            .setParameter("name", name).getSingleResult();
        List<EarlierRow> rows = em.createQuery("select new app.entente.archive.EarlierRow(r, p.details.givenName, p.details.familyName, p.details.chosenName) " + FROM
            + FITTING + "order by r.issuedOn desc, r.number desc, r.id", EarlierRow.class).setParameter("words", typed).setParameter("number", number)
            .setParameter("name", name).setFirstResult(Math.max(0, page) * EarlierPage.SIZE).setMaxResults(EarlierPage.SIZE).getResultList();
        return new EarlierPage(count, rows);
    }

    /** Those of a file, the latest first; at most 200. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<EarlierReceipt> ofFile(UUID file) {
        return em.createQuery("select r from EarlierReceipt r where r.fileId = :file order by r.issuedOn desc, r.number desc, r.id", EarlierReceipt.class)
            .setParameter("file", file).setMaxResults(OF_A_FILE).getResultList();
    }

    /** The signed-in client's own, the latest first, at most 200; what somebody else paid is not among them. */
    @RolesAllowed(Role.CLIENT)
    public List<EarlierReceipt> mine() {
        return em.createQuery("select r from EarlierReceipt r, Participant t where t.fileId = r.fileId and t.principal = true and t.personId = :person and r.payer = '' "
            + "order by r.issuedOn desc, r.number desc, r.id", EarlierReceipt.class).setParameter("person", caller.personId()).setMaxResults(OF_A_FILE).getResultList();
    }

    /** A year of an account is summed up: what was brought along of it is told. */
    @PermitAll
    public void asked(@Observes EarlierAsked asked) {
        whose(em.createQuery("select r from EarlierReceipt r where r.issuedOn between :first and :last and " + whose(asked.debtor()), EarlierReceipt.class), asked.debtor(), asked.currency())
            .setParameter("first", asked.firstDay()).setParameter("last", asked.lastDay()).getResultStream()
            .forEach(receipt -> asked.found().add(new YearStatement.Earlier(receipt.getIssuedOn(), receipt.getNumber(), receipt.getAmount().minor())));
    }

    /** The years of an account are asked for: those of what was brought along are among them. */
    @PermitAll
    public void askedYears(@Observes EarlierYearsAsked asked) {
        whose(em.createQuery("select distinct r.issuedOn from EarlierReceipt r where " + whose(asked.debtor()), LocalDate.class), asked.debtor(), asked.currency()).getResultStream()
            .forEach(day -> asked.found().add(day.getYear()));
    }

    private static String whose(Debtor debtor) {
        return "r.currency = :currency and " + (debtor.payer() ? "lower(r.payer) = lower(:whose)"
            : "r.payer = '' and exists (select t.id from Participant t where t.fileId = r.fileId and t.principal = true and t.personId = :whose)");
    }

    private static <T> TypedQuery<T> whose(TypedQuery<T> query, Debtor debtor, String currency) {
        return query.setParameter("currency", currency).setParameter("whose", debtor.payer() ? debtor.payerName() : debtor.personId());
    }

    /** A file was destroyed: what was brought along of its receipts goes with it. */
    @PermitAll
    public void destroyed(@Observes FileDestroyed fact) {
        em.createQuery("delete from EarlierReceipt r where r.fileId = :file").setParameter("file", fact.fileId()).executeUpdate();
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
