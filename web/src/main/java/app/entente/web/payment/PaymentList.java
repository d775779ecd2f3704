package app.entente.web.payment;

import app.entente.payment.PaymentFilter;
import app.entente.payment.PaymentLedger;
import app.entente.payment.Payments;
import app.entente.receipt.Payment;
import app.entente.web.frame.Asked;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The ledger, latest first; period, client, means and page come from the address. */
@Named
@RequestScoped
public class PaymentList {

    @Inject
    private Payments payments;
    @Inject
    private Here here;
    @Inject
    private HttpServletRequest request;
    private PaymentFilter filter;
    private PaymentLedger ledger;
    private int page;

    @PostConstruct
    void load() {
        filter = new PaymentFilter(Asked.day(request, "from"), Asked.day(request, "until"), Asked.text(request, "client"), Asked.text(request, "means"));
        page = Asked.number(request, "page", 0, 100_000);
        ledger = payments.ledger(filter, page);
    }

    public PaymentLedger getLedger() {
        return ledger;
    }

    public PaymentFilter getFilter() {
        return filter;
    }

    public boolean isFiltered() {
        return filter.from() != null || filter.until() != null || !filter.words().isEmpty() || !filter.means().isEmpty();
    }

    /** The means of payment of the place. */
    public List<String> getMeans() {
        return Payment.means("$".equals(here.getCurrency()) ? "CAD" : "EUR");
    }

    /** The address of the page before this one; empty when this is the first. */
    public String getNewer() {
        return page == 0 ? "" : address(page - 1);
    }

    /** The address of the page after this one; empty when this is the last. */
    public String getOlder() {
        return (long) (page + 1) * PaymentLedger.SIZE >= ledger.count() ? "" : address(page + 1);
    }

    private String address(int number) {
        return "?from=" + fmt(filter.from()) + "&until=" + fmt(filter.until()) + "&client=" + URLEncoder.encode(filter.words(), StandardCharsets.UTF_8) + "&means="
            + URLEncoder.encode(filter.means(), StandardCharsets.UTF_8) + "&page=" + number;
    }

    private static String fmt(LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
