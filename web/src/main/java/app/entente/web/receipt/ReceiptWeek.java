package app.entente.web.receipt;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Money;
import app.entente.receipt.Payment;
import app.entente.receipt.ReceiptOrder;
import app.entente.receipt.Issuing;
import app.entente.receipt.WeekReceipts;
import app.entente.receipt.WeekRow;
import app.entente.web.frame.Asked;
import app.entente.web.frame.Here;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The receipts of a week at once: what each would be and what it lacks, then issuing those that are ticked. Each is issued on its own under its own key, so one that is refused leaves
 * the others; their documents are made by the timer.
 */
@Named
@RequestScoped
public class ReceiptWeek {

    private static final String NOT_YET = "none";
    private static final String OUTCOMES = ReceiptWeek.class.getName();

    @Inject
    private WeekReceipts week;
    @Inject
    private Issuing issuing;
    @Inject
    private OnAccount account;
    @Inject
    private Here here;
    @Inject
    private Messages msg;
    @Inject
    private Clock clock;
    @Inject
    private HttpServletRequest request;
    private LocalDate monday;
    private String means;
    private List<WeekRow> held;
    private Set<String> ticked;
    private Map<String, String> outcomes;
    private String key = UUID.randomUUID().toString();

    @PostConstruct
    @SuppressWarnings("unchecked")
    void load() {
        LocalDate asked = Asked.day(request, "week");
        LocalDate day = asked == null ? LocalDate.now(clock.withZone(here.getZone())) : asked;
        monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        String paid = Asked.text(request, "means");
        means = getMeansList().contains(paid) ? paid : getMeansList().get(0);
        held = week.of(monday, paidBy());
        account.load(getReady().stream().map(WeekRow::personId).distinct().toList(), getReady().stream().map(WeekRow::id).toList());
        String[] chosen = request.getParameterValues("meeting");
        if (FacesContext.getCurrentInstance().isPostback()) {
            ticked = chosen == null ? Set.of() : Set.of(chosen);
        } else {
            ticked = Set.copyOf(held.stream().filter(row -> row.ready() && account.takenBack(row.id()).isEmpty()).map(row -> row.id().toString()).toList());
        }
        outcomes = (Map<String, String>) flash().getOrDefault(OUTCOMES, Map.of());
    }

    private static Flash flash() {
        return FacesContext.getCurrentInstance().getExternalContext().getFlash();
    }

    private String paidBy() {
        return NOT_YET.equals(means) ? null : means;
    }

    /** Shows the receipts anew, as they would be with the means that was chosen. */
    public void look() {
        held = week.of(monday, paidBy());
    }

    /** Issues those that were ticked; the page then says of each what became of it. */
    public String issue() {
        Map<String, String> done = new HashMap<>();
        for (WeekRow row : held) {
            if (ticked.contains(row.id().toString()) && !row.paidByOther()) {
                done.put(row.id().toString(), outcome(row));
            }
        }
        flash().put(OUTCOMES, done);
        long refused = done.values().stream().filter(said -> !said.isEmpty()).count();
        return "/receipt/week?faces-redirect=true&week=" + monday + "&means=" + means + "&issued=" + (done.size() - refused) + "&refused=" + refused;
    }

    private String outcome(WeekRow row) {
        LocalDate day = row.startsAt().atZone(here.getZone()).toLocalDate();
        try {
            issuing.issue(ReceiptOrder.of(row.id(), paidBy() == null ? null : new Payment(means, day)), key + row.id());
            return "";
        } catch (BusinessRuleViolation e) {
            return msg.fill(e.code(), e.arguments());
        }
    }

    /** Those whose receipt can be issued, oldest first. */
    public List<WeekRow> getReady() {
        return rows(WeekRow::ready);
    }

    /** Those that lack something. */
    public List<WeekRow> getWaiting() {
        return rows(WeekRow::waiting);
    }

    /** Those that have their receipt, or cost nothing. */
    public List<WeekRow> getSettled() {
        return rows(WeekRow::settled);
    }

    /** Those that were sent a moment ago, with what became of each. */
    public List<WeekRow> getTried() {
        return rows(row -> outcomes.containsKey(row.id().toString()));
    }

    private List<WeekRow> rows(Predicate<WeekRow> which) {
        return held.stream().filter(which).toList();
    }

    /** Whether nothing took place that week. */
    public boolean isQuiet() {
        return held.isEmpty();
    }

    /** Whether the week may hold more than is shown. */
    public boolean isFull() {
        return held.size() == WeekReceipts.MOST;
    }

    /** How many are shown at most. */
    public int getMost() {
        return WeekReceipts.MOST;
    }

    /** Whether a row is to be issued; {@code checked} or nothing, for the page. */
    public String ticked(WeekRow row) {
        return ticked.contains(row.id().toString()) ? "checked" : null;
    }

    /** Why a row was refused a moment ago; empty when it was issued. */
    public String outcome(UUID row) {
        return outcomes.getOrDefault(row.toString(), "");
    }

    /** Why none can be issued as things are; empty when only something is missing. */
    public String refusal(WeekRow row) {
        return row.refused() == null ? "" : msg.fill(row.refused().code(), row.refused().arguments());
    }

    /** Sum of the ready ones without taxes; null when there is none. */
    public Money getNet() {
        return sum(row -> row.preview().net());
    }

    /** Sum of their taxes. */
    public Money getTaxes() {
        return sum(row -> new Money(row.preview().total().minor() - row.preview().net().minor(), row.preview().net().currency()));
    }

    /** Sum of what is to be paid, as each would say. */
    public Money getTotal() {
        return sum(row -> row.preview().toPay());
    }

    private Money sum(Function<WeekRow, Money> amount) {
        return getReady().stream().map(amount).reduce(Money::plus).orElse(null);
    }

    /** What the client of a row has on account; null for nothing. */
    public Money onAccount(WeekRow row) {
        return account.sum(row.personId());
    }

    /** The first day of the week. */
    public LocalDate getMonday() {
        return monday;
    }

    /** The last day of the week. */
    public LocalDate getSunday() {
        return monday.plusDays(6);
    }

    /** The address of the week before. */
    public String getBefore() {
        return "/receipt/week?week=" + monday.minusWeeks(1);
    }

    /** The address of the week after; empty when it is still to come. */
    public String getAfter() {
        return monday.plusWeeks(1).isAfter(LocalDate.now(clock.withZone(here.getZone()))) ? "" : "/receipt/week?week=" + monday.plusWeeks(1);
    }

    /** How many were issued a moment ago; -1 when none was asked for. */
    public int getIssued() {
        return Asked.text(request, "issued").isEmpty() ? -1 : Asked.number(request, "issued", 0, WeekReceipts.MOST);
    }

    /** How many were refused a moment ago. */
    public int getRefused() {
        return Asked.number(request, "refused", 0, WeekReceipts.MOST);
    }

    /** The means of payment of the place; where a document may come before its payment, also none yet. */
    public List<String> getMeansList() {
        boolean france = "€".equals(here.getCurrency());
        List<String> all = new ArrayList<>(Payment.means(france ? "EUR" : "CAD"));
        if (france) {
            all.add(NOT_YET);
        }
        return all;
    }

    /** How they were paid. */
    public String getMeans() {
        return means;
    }

    public void setMeans(String means) {
        this.means = means;
    }

    /** Says of this form that it is this one, however often it is sent. */
    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
