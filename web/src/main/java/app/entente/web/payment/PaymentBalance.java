package app.entente.web.payment;

import app.entente.kernel.Money;
import app.entente.payment.Balance;
import app.entente.payment.BalancePage;
import app.entente.payment.Balances;
import app.entente.web.frame.Asked;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What clients and payers owe; name, state and page come from the address. */
@Named
@RequestScoped
public class PaymentBalance {

    @Inject
    private Balances balances;
    @Inject
    private HttpServletRequest request;
    private BalancePage clients;
    private BalancePage payers;
    private String words;
    private boolean owing;
    private int page;

    @PostConstruct
    void load() {
        words = Asked.text(request, "client");
        owing = "yes".equals(Asked.text(request, "unpaid"));
        page = Asked.number(request, "page", 0, 100_000);
        clients = balances.ofClients(words, owing, page);
        payers = balances.ofPayers(words, owing, page);
    }

    public BalancePage getClients() {
        return clients;
    }

    public BalancePage getPayers() {
        return payers;
    }

    public String getWords() {
        return words;
    }

    public boolean isOwing() {
        return owing;
    }

    public boolean isFiltered() {
        return !words.isEmpty() || owing;
    }

    /** Whether the practice has no account at all, or none that the filter lets through. */
    public boolean isBare() {
        return clients.count() == 0 && payers.count() == 0;
    }

    /** What is open in all, without what stands on account. */
    public Money getOpen() {
        return clients.open().plus(payers.open());
    }

    /** The address of the page before this one; empty when this is the first. */
    public String getBefore() {
        return page == 0 ? "" : address(page - 1);
    }

    /** The address of the page after this one; empty when this is the last. */
    public String getAfter() {
        return (long) (page + 1) * BalancePage.SIZE >= Math.max(clients.count(), payers.count()) ? "" : address(page + 1);
    }

    private String address(int number) {
        return "?client=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + (owing ? "&unpaid=yes" : "") + "&page=" + number;
    }

    /** What leads to an account: the part of its address after the question mark. */
    public static String which(Balance balance) {
        return balance.payer() ? "payer=" + URLEncoder.encode(balance.payerName(), StandardCharsets.UTF_8) : "person=" + balance.personId();
    }

    /** The same, for pages. */
    public String address(Balance balance) {
        return which(balance);
    }
}
