package app.entente.payment;

import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.Money;
import app.entente.kernel.NotFound;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is billed, paid and open, by client and by payer (rule 8). */
@Stateless
@UseCases
public class Balances {

    private static final String STANDS = "not exists (select c.id from Receipt c where c.creditsId = r.id) ";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    LedgerQueries ledger;
    @Inject
    Event<EarlierYearsAsked> askedYears;

    /**
     * The accounts of clients who were billed or paid, by family name.
     *
     * @param words part of a name; every one when blank
     * @param owing only those with something to pay
     * @param page the first is 0
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.listed")
    public BalancePage ofClients(String words, boolean owing, int page) {
        Map<UUID, long[]> sums = new HashMap<>();
        em.createQuery("select r.personId, sum(r.totalMinor) from Receipt r where r.payerName is null and r.kind <> 'covered' and r.kind <> 'credit' and " + STANDS + "group by r.personId",
            Object[].class).getResultStream().forEach(row -> sums.computeIfAbsent((UUID) row[0], id -> new long[2])[0] = number(row[1]));
        em.createQuery("select e.personId, sum(e.amountMinor - e.roundingMinor) from LedgerEntry e where e.payerName = '' group by e.personId", Object[].class)
            .getResultStream().forEach(row -> sums.computeIfAbsent((UUID) row[0], id -> new long[2])[1] = number(row[1]));
        String currency = currency();
        if (sums.isEmpty()) {
            return BalancePage.of(List.of(), words, owing, page, currency);
        }
        List<Balance> all = em.createQuery("select p.id, p.details.givenName, p.details.familyName from Person p where p.id in (select r.personId from Receipt r) "
                + "or p.id in (select e.personId from LedgerEntry e) order by lower(p.details.familyName), lower(p.details.givenName)", Object[].class).getResultStream()
            .filter(row -> sums.containsKey((UUID) row[0])).map(row -> balance((UUID) row[0], "", row[1] + " " + row[2], sums.get((UUID) row[0]), currency)).toList();
        return BalancePage.of(all, words, owing, page, currency);
    }

    /** The accounts of those who pay instead of a client, by name; asked as {@link #ofClients}. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.listed")
    public BalancePage ofPayers(String words, boolean owing, int page) {
        Map<String, long[]> sums = new HashMap<>();
        em.createQuery("select r.payerName, sum(r.totalMinor) from Receipt r where r.payerName is not null and r.kind <> 'covered' and r.kind <> 'credit' and " + STANDS
            + "group by r.payerName", Object[].class).getResultStream().forEach(row -> sums.computeIfAbsent((String) row[0], name -> new long[2])[0] = number(row[1]));
        em.createQuery("select e.payerName, sum(e.amountMinor - e.roundingMinor) from LedgerEntry e where e.payerName <> '' group by e.payerName", Object[].class)
            .getResultStream().forEach(row -> sums.computeIfAbsent((String) row[0], name -> new long[2])[1] = number(row[1]));
        String currency = currency();
        List<Balance> all = sums.entrySet().stream().map(one -> balance(null, one.getKey(), one.getKey(), one.getValue(), currency))
            .sorted(Comparator.comparing(Balance::name, Collator.getInstance(Locale.FRENCH))).toList();
        return BalancePage.of(all, words, owing, page, currency);
    }

    /** The account of one client, everything they were given and paid themselves. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.opened")
    public Standing ofClient(UUID person) {
        Object[] name = em.createQuery("select p.details.givenName, p.details.familyName from Person p where p.id = :id", Object[].class).setParameter("id", person)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
        return standing(Debtor.client(person), name[0] + " " + name[1]);
    }

    /** The account of one payer; not found when no receipt and no payment names them, nor a document of another tool. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.opened")
    public Standing ofPayer(String name) {
        Standing standing = standing(Debtor.payer(name), name);
        if (name.isBlank() || standing.receipts().isEmpty() && standing.balance().paid().minor() == 0 && !knownFromBefore(name)) {
            throw new NotFound();
        }
        return standing;
    }

    private boolean knownFromBefore(String payer) {
        Set<Integer> years = new HashSet<>();
        askedYears.fire(new EarlierYearsAsked(Debtor.payer(payer), currency(), years));
        return !years.isEmpty();
    }

    /** What is open of one receipt. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public OpenReceipt ofReceipt(UUID id) {
        return ledger.receipts(List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** What is open of these receipts, oldest first; those that are not here are left out. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<OpenReceipt> chosen(Collection<UUID> receipts) {
        return ledger.receipts(receipts);
    }

    /** The receipts of a file with what is open of each, latest first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<OpenReceipt> ofFile(UUID file) {
        return ledger.receiptsOfFile(file);
    }

    /**
     * How one account stands.
     *
     * @param receipts everything issued to it, oldest first
     */
    public record Standing(Balance balance, List<OpenReceipt> receipts) {

        /** Those with something to pay, oldest first. */
        public List<OpenReceipt> unpaid() {
            return receipts.stream().filter(OpenReceipt::unpaid).toList();
        }

        /** What stands on account and settles nothing yet. */
        public Money free() {
            return new Money(unpaid().stream().mapToLong(OpenReceipt::openMinor).sum() - balance.open().minor(), balance.billed().currency());
        }
    }

    private Standing standing(Debtor debtor, String name) {
        List<OpenReceipt> receipts = ledger.receiptsOf(debtor);
        long billed = receipts.stream().filter(OpenReceipt::stands).mapToLong(OpenReceipt::totalMinor).sum();
        String whose = debtor.payer() ? "e.payerName = :payer" : "e.payerName = '' and e.personId = :person";
        var paid = em.createQuery("select sum(e.amountMinor - e.roundingMinor) from LedgerEntry e where " + whose, Long.class);
        long sum = number((debtor.payer() ? paid.setParameter("payer", debtor.payerName()) : paid.setParameter("person", debtor.personId())).getSingleResult());
        return new Standing(balance(debtor.personId(), debtor.payerName(), name, new long[] {billed, sum}, currency()), receipts);
    }

    private static Balance balance(UUID person, String payer, String name, long[] sums, String currency) {
        return new Balance(person, payer, name, new Money(sums[0], currency), new Money(sums[1], currency));
    }

    private String currency() {
        return Payments.currency(workspaces.find(tenant.id()));
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }
}
