package app.entente.receipt;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.practice.LawPack;
import app.entente.practice.Practices;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a practice numbers its receipts and stands with the tax office. */
@Stateless
@UseCases
public class ReceiptSettings {

    private static final long HIGHEST = 999_999_999L;

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

    /** The registrations, the one that began last first. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<TaxRegistration> registrations() {
        return em.createQuery("select t from TaxRegistration t order by t.since desc, t.createdAt desc", TaxRegistration.class).getResultList();
    }

    /** From that day on the practice stands like this with the tax office; the days before stay as they were. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("practice.taxes_registered")
    public void register(@NotNull LocalDate since, String regime, TaxRegistration.Numbers numbers, boolean pricesIncludeTax) {
        if (!regimes().contains(regime)) {
            throw new BusinessRuleViolation("receipt.regime");
        }
        em.persist(new TaxRegistration(since, regime, numbers == null ? TaxRegistration.Numbers.NONE : numbers, pricesIncludeTax, clock.instant()));
    }

    /** The regimes of the place, the usual one first. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<String> regimes() {
        return "FR".equals(workspace().getJurisdiction()) ? List.of("franchise", TaxRegistration.TAXABLE) : List.of("exempt", TaxRegistration.TAXABLE);
    }

    /** The rules of the place on this day. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public LawPack law() {
        return practices.laws(workspace().getJurisdiction(), today());
    }

    /** The series of this year, one for each kind that has its own; those without a number yet begin at one. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<ReceiptSeries> series() {
        List<String> prefixes = prefixes();
        Map<String, ReceiptSeries> known = em.createQuery("select s from ReceiptSeries s where s.prefix in :prefixes", ReceiptSeries.class)
            .setParameter("prefixes", prefixes).getResultStream().collect(Collectors.toMap(ReceiptSeries::prefix, Function.identity()));
        return prefixes.stream().map(prefix -> known.getOrDefault(prefix, new ReceiptSeries(prefix))).toList();
    }

    /**
     * The next number of a series of this year, for a practice that comes from another tool; who said it and when is kept. Refused with
     * {@code receipt.series_up} unless it goes up, {@code receipt.series_begun} after the first number was given here.
     *
     * @param code word of the series
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("practice.series_begun")
    public void begin(String code, long number) {
        String prefix = prefixes().stream().filter(known -> known.equals(code + "-")).findFirst().orElseThrow(() -> new BusinessRuleViolation("receipt.series"));
        if (number > HIGHEST) {
            throw new BusinessRuleViolation("receipt.series_up", HIGHEST);
        }
        ReceiptSeries series = em.createQuery("select s from ReceiptSeries s where s.prefix = :prefix", ReceiptSeries.class).setParameter("prefix", prefix)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseGet(() -> {
                ReceiptSeries first = new ReceiptSeries(prefix);
                em.persist(first);
                em.flush();
                return first;
            });
        long before = series.getNext();
        series.begin(number);
        em.persist(new ReceiptSeriesChange(series.getId(), before, number, clock.instant(), caller.accountId()));
    }

    private List<String> prefixes() {
        return Stream.of(Receipt.RECEIPT, Receipt.INVOICE, Receipt.CREDIT).map(kind -> ReceiptSeries.prefix(kind, workspace().getJurisdiction(), today().getYear()))
            .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(workspace().getZone()));
    }

    private Workspace workspace() {
        return workspaces.find(tenant.id());
    }
}
