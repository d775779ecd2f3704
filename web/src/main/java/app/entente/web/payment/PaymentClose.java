package app.entente.web.payment;

import app.entente.payment.LedgerClosing;
import app.entente.payment.LedgerVerdict;
import app.entente.payment.PeriodClosings;
import app.entente.web.frame.Asked;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Closed periods, closing the next one, and looking whether the ledger holds. */
@Named
@RequestScoped
public class PaymentClose {

    @Inject
    private PeriodClosings closings;
    @Inject
    private Here here;
    @Inject
    private HttpServletRequest request;
    private List<LedgerClosing> all;
    private YearMonth next;
    private LedgerVerdict verdict;
    private String month;

    @PostConstruct
    void load() {
        all = closings.all();
        next = closings.next();
        month = next == null ? "" : next.toString();
        verdict = Asked.text(request, "check").isEmpty() ? null : closings.check();
    }

    /** Closes the month that the form shows. */
    public String close() {
        closings.close(YearMonth.parse(month));
        return "/payment/close?faces-redirect=true";
    }

    public List<LedgerClosing> getAll() {
        return all;
    }

    /** The month to close next, in words; empty when none is over. */
    public String getNext() {
        return next == null ? "" : name(next.atDay(1));
    }

    /** Its first day, yyyy-MM-dd. */
    public String getNextFirst() {
        return next.atDay(1).toString();
    }

    /** Its last day. */
    public String getNextLast() {
        return next.atEndOfMonth().toString();
    }

    /** Octobre 2026, or the year alone for a closing of a year. */
    public String name(LedgerClosing closing) {
        return closing.isYear() ? String.valueOf(closing.getFirstOn().getYear()) : name(closing.getFirstOn());
    }

    private String name(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("MMMM yyyy", here.getLocale()));
    }

    /** What was found, when somebody asked to look; else null. */
    public LedgerVerdict getVerdict() {
        return verdict;
    }

    public String getMonth() {
        return month;
    }

    public void setMonth(String month) {
        this.month = month;
    }
}
