package app.entente.payment;

import app.entente.document.CheckCode;
import app.entente.document.CheckMark;
import app.entente.document.DocumentRenderer;
import app.entente.document.SealedDocument;
import app.entente.document.Seals;
import app.entente.document.TimeStampUnavailable;
import app.entente.document.UnprintableText;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.kernel.Sha256;
import app.entente.kernel.Texts;
import app.entente.person.Person;
import app.entente.practice.Practices;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Statements of a year, for a client or a payer: sealed PDF and CSV (rule 9). */
@Stateless
@UseCases
public class YearStatements {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Caller caller;
    @Inject
    Workspaces workspaces;
    @Inject
    Practices practices;
    @Inject
    DocumentRenderer renderer;
    @Inject
    Seals seals;
    @Inject
    Event<EarlierAsked> asked;
    @Inject
    Event<EarlierYearsAsked> askedYears;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    String baseUrl;

    /** Makes the statement of a client's year; refused as {@link #ofPayer}. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.stated")
    public UUID ofClient(UUID person, int year) {
        return made(Debtor.client(person), year).getId();
    }

    /**
     * Makes the statement of a payer's year, or gives the one that says the same already. Not found when nothing happened that year and nothing was
     * open; refused with {@code payment.statement_later} while no time-stamp can be had.
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.stated")
    public UUID ofPayer(String payer, int year) {
        return made(Debtor.payer(payer), year).getId();
    }

    /** The sealed document of a statement. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.downloaded")
    public MoneyFile file(UUID id) {
        return pdf(find(id));
    }

    /** The lines of a statement as comma-separated values, as they stand now. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("payment.downloaded")
    public MoneyFile csv(UUID id) {
        PaymentStatement statement = find(id);
        return csv(of(statement.debtor(), statement.getYear()));
    }

    /** The statements of a client that were made, latest first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<PaymentStatement> madeForClient(UUID person) {
        return em.createQuery("select s from PaymentStatement s where s.personId = :person and s.payerName = '' order by s.madeAt desc", PaymentStatement.class)
            .setParameter("person", person).setMaxResults(20).getResultList();
    }

    /** The statements of a payer that were made, latest first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<PaymentStatement> madeForPayer(String payer) {
        return em.createQuery("select s from PaymentStatement s where s.payerName = :payer order by s.madeAt desc", PaymentStatement.class)
            .setParameter("payer", payer).setMaxResults(20).getResultList();
    }

    /** The signed-in client's own statement of a year, made when it is not there; refused as {@link #ofPayer}. */
    @RolesAllowed(Role.CLIENT)
    @Audited("payment.stated")
    public MoneyFile mine(int year) {
        return pdf(made(Debtor.client(caller.personId()), year));
    }

    /** The years of an account that a statement can be made of, latest first: with documents or money of the practice, or with documents of another tool. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<Integer> years(Debtor debtor) {
        return yearsOf(debtor);
    }

    /** The years that the signed-in client can have a statement of, latest first. */
    @RolesAllowed(Role.CLIENT)
    public List<Integer> myYears() {
        return yearsOf(Debtor.client(caller.personId()));
    }

    private List<Integer> yearsOf(Debtor debtor) {
        SortedSet<Integer> years = new TreeSet<>(Comparator.reverseOrder());
        whose(em.createQuery("select distinct r.issuedOn " + billed(debtor), LocalDate.class), debtor).getResultStream().forEach(day -> years.add(day.getYear()));
        whose(em.createQuery("select distinct e.paidOn from LedgerEntry e where " + whose("e", debtor), LocalDate.class), debtor).getResultStream().forEach(day -> years.add(day.getYear()));
        askedYears.fire(new EarlierYearsAsked(debtor, Payments.currency(workspaces.find(tenant.id())), years));
        return List.copyOf(years);
    }

    private static String billed(Debtor debtor) {
        return "from Receipt r where r.kind <> 'covered' and " + (debtor.payer() ? "r.payerName = :payer" : "r.payerName is null and r.personId = :person");
    }

    private PaymentStatement made(Debtor debtor, int year) {
        YearStatement statement = of(debtor, year);
        if (statement.empty()) {
            throw new NotFound();
        }
        Workspace workspace = workspaces.find(tenant.id());
        Locale locale = Texts.locale(language(debtor, workspace), workspace.getJurisdiction());
        StatementPaper paper = new StatementPaper(statement, workspace, practices.profile(), locale);
        String digest = Sha256.of(paper.words().getBytes(StandardCharsets.UTF_8)).hex();
        Optional<PaymentStatement> before = whose(em.createQuery("select s from PaymentStatement s where s.year = :year and s.digest = :digest and " + whose("s", debtor)
            + " order by s.madeAt desc", PaymentStatement.class), debtor).setParameter("year", year).setParameter("digest", digest).setMaxResults(1).getResultStream().findFirst();
        if (before.isPresent()) {
            return before.get();
        }
        UUID id = PaymentStatement.next();
        CheckCode code = CheckCode.random();
        CheckMark mark = new CheckMark(code, URI.create(baseUrl + "/check"), URI.create(baseUrl + "/check?code=" + code.compact()));
        try {
            SealedDocument sealed = seals.seal("statement", id, paper.title(), locale.getLanguage(), code, renderer.render(paper.source(mark)));
            PaymentStatement made = new PaymentStatement(id, debtor, year, digest, clock.instant(), caller.accountId(), sealed.getId());
            em.persist(made);
            return made;
        } catch (TimeStampUnavailable e) {
            throw new BusinessRuleViolation("payment.statement_later");
        } catch (UnprintableText e) {
            throw new BusinessRuleViolation("receipt.unprintable", String.join(" ", e.characters()));
        }
    }

    private YearStatement of(Debtor debtor, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        String billed = billed(debtor);
        String paid = "from LedgerEntry e where " + whose("e", debtor);
        long before = number(whose(em.createQuery("select sum(r.totalMinor) " + billed + " and r.issuedOn < :first", Long.class), debtor).setParameter("first", first).getSingleResult())
            - number(whose(em.createQuery("select sum(e.amountMinor - e.roundingMinor) " + paid + " and e.paidOn < :first", Long.class), debtor).setParameter("first", first).getSingleResult());
        List<YearStatement.Line> documents = whose(em.createQuery("select r.issuedOn, r.kind, r.displayNumber, r.totalMinor " + billed
            + " and r.issuedOn >= :first and r.issuedOn <= :last order by r.issuedOn, r.issuedAt, r.number", Object[].class), debtor).setParameter("first", first).setParameter("last", last)
            .getResultStream().map(row -> new YearStatement.Line((LocalDate) row[0], (String) row[1], (String) row[2], (Long) row[3], 0)).toList();
        List<YearStatement.Line> money = whose(em.createQuery("select e.paidOn, e.means, e.amountMinor, e.amountMinor - e.roundingMinor " + paid
            + " and e.paidOn >= :first and e.paidOn <= :last order by e.paidOn, e.seq", Object[].class), debtor).setParameter("first", first).setParameter("last", last)
            .getResultStream().map(row -> new YearStatement.Line((LocalDate) row[0], (Long) row[2] < 0 ? "refund" : "payment", (String) row[1], 0, number(row[3]))).toList();
        String currency = Payments.currency(workspaces.find(tenant.id()));
        EarlierAsked earlier = new EarlierAsked(debtor, year, currency, new ArrayList<>());
        asked.fire(earlier);
        boolean running = !LocalDate.ofInstant(clock.instant(), workspaces.find(tenant.id()).getZone()).isAfter(last);
        return YearStatement.of(debtor, name(debtor), year, running, currency, before, documents, money, earlier.found());
    }

    private static MoneyFile csv(YearStatement statement) {
        Csv csv = new Csv().head(List.of("date", "kind", "detail", "billed", "paid", "currency"));
        csv.plain(LocalDate.of(statement.year(), 1, 1)).plain("before").text("").amount(statement.before()).amount(0).plain(statement.currency()).end();
        statement.lines().forEach(line -> csv.plain(line.on()).plain(line.kind()).text(line.detail()).amount(line.billedMinor()).amount(line.paidMinor())
            .plain(statement.currency()).end());
        statement.earlier().forEach(one -> csv.plain(one.on()).plain("earlier").text(one.number()).amount(one.minor()).amount(0).plain(statement.currency()).end());
        return new MoneyFile("releve-" + statement.year() + ".csv", "text/csv; charset=UTF-8", csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private MoneyFile pdf(PaymentStatement statement) {
        return new MoneyFile("releve-" + statement.getYear() + ".pdf", "application/pdf", seals.bytes(statement.getSealedId()));
    }

    private PaymentStatement find(UUID id) {
        return em.createQuery("select s from PaymentStatement s where s.id = :id", PaymentStatement.class).setParameter("id", id).getResultStream().findFirst()
            .orElseThrow(NotFound::new);
    }

    private String name(Debtor debtor) {
        if (debtor.payer()) {
            return debtor.payerName();
        }
        Person person = person(debtor);
        return person.getDetails().getGivenName() + " " + person.getDetails().getFamilyName();
    }

    private String language(Debtor debtor, Workspace workspace) {
        return debtor.payer() ? workspace.getLanguage() : person(debtor).getLanguage();
    }

    private Person person(Debtor debtor) {
        return em.createQuery("select p from Person p where p.id = :id", Person.class).setParameter("id", debtor.personId()).getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    private static String whose(String one, Debtor debtor) {
        return debtor.payer() ? one + ".payerName = :payer" : one + ".payerName = '' and " + one + ".personId = :person";
    }

    private static <T> TypedQuery<T> whose(TypedQuery<T> query, Debtor debtor) {
        return debtor.payer() ? query.setParameter("payer", debtor.payerName()) : query.setParameter("person", debtor.personId());
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }
}
