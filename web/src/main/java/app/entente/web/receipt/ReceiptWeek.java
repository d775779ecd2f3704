package app.entente.web.receipt;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.payment.HeldMeeting;
import app.entente.payment.WeekReceipts;
import app.entente.receipt.Missing;
import app.entente.receipt.Payment;
import app.entente.receipt.ReceiptOrder;
import app.entente.receipt.ReceiptPreview;
import app.entente.receipt.Receipts;
import app.entente.web.frame.Asked;
import app.entente.web.frame.Here;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The receipts of a week at once: how they were paid, what each would be and what it lacks, then issuing those that can be. Each is issued on its own under its own key, so one that
 * is refused leaves the others; their documents are made by the timer.
 */
@Named
@RequestScoped
public class ReceiptWeek {

    private static final String NOT_YET = "none";

    @Inject
    private WeekReceipts week;
    @Inject
    private Receipts receipts;
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
    private List<HeldMeeting> held;
    private List<Line> lines;
    private List<String> chosen;
    private String key = UUID.randomUUID().toString();

    @PostConstruct
    void load() {
        LocalDate asked = Asked.day(request, "week");
        LocalDate day = asked == null ? LocalDate.now(clock.withZone(here.getZone())) : asked;
        monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        String paid = Asked.text(request, "means");
        means = getMeansList().contains(paid) ? paid : getMeansList().get(0);
        held = week.open(monday);
        lines = paid.isEmpty() ? List.of() : held.stream().map(this::look).toList();
        chosen = new ArrayList<>(lines.stream().filter(Line::ready).map(line -> line.meeting().id().toString()).toList());
    }

    private Line look(HeldMeeting meeting) {
        try {
            ReceiptPreview preview = receipts.preview(order(meeting));
            return new Line(meeting, preview.toPay(), preview.missing(), "");
        } catch (BusinessRuleViolation e) {
            return new Line(meeting, null, List.of(), msg.fill(e.code(), e.arguments()));
        }
    }

    private ReceiptOrder order(HeldMeeting meeting) {
        LocalDate day = meeting.startsAt().atZone(here.getZone()).toLocalDate();
        return ReceiptOrder.of(meeting.id(), NOT_YET.equals(means) ? null : new Payment(means, day));
    }

    /** Issues those that were ticked, and says how many there are now and how many were refused. */
    public String issue() {
        int issued = 0;
        int refused = 0;
        List<UUID> wanted = chosen.stream().map(Ids::parse).toList();
        for (Line line : lines) {
            if (wanted.contains(line.meeting().id())) {
                try {
                    receipts.issue(order(line.meeting()), key + line.meeting().id());
                    issued++;
                } catch (BusinessRuleViolation e) {
                    refused++;
                }
            }
        }
        return "/receipt/week?faces-redirect=true&week=" + monday + "&means=" + means + "&issued=" + issued + "&refused=" + refused;
    }

    /**
     * A held meeting and what would come of it.
     *
     * @param toPay what its receipt would say; null while it cannot be issued
     * @param refused why it cannot be issued; empty when nothing stands in the way but what is missing
     */
    public record Line(HeldMeeting meeting, Money toPay, List<Missing> missing, String refused) {

        /** Whether it can be issued as things are. */
        public boolean ready() {
            return refused.isEmpty() && missing.isEmpty();
        }
    }

    /** The meetings of the week that have no receipt. */
    public List<HeldMeeting> getHeld() {
        return held;
    }

    /** Whether somebody said how they were paid, so that what would be issued was looked at. */
    public boolean isLooked() {
        return !lines.isEmpty();
    }

    /** Those that can be issued. */
    public List<Line> getReady() {
        return lines.stream().filter(Line::ready).toList();
    }

    /** Those that cannot. */
    public List<Line> getWaiting() {
        return lines.stream().filter(line -> !line.ready()).toList();
    }

    /** What the ready ones sum up to; null when there is none. */
    public Money getTotal() {
        return getReady().stream().map(Line::toPay).reduce(Money::plus).orElse(null);
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
        return "/receipt/week?week=" + monday.minusWeeks(1) + "&means=" + means;
    }

    /** The address of the week after. */
    public String getAfter() {
        return "/receipt/week?week=" + monday.plusWeeks(1) + "&means=" + means;
    }

    /** How many were issued a moment ago; -1 when none was asked for. */
    public int getIssued() {
        return Asked.text(request, "issued").isEmpty() ? -1 : Asked.number(request, "issued", 0, 60);
    }

    /** How many were refused a moment ago. */
    public int getRefused() {
        return Asked.number(request, "refused", 0, 60);
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

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = chosen;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
