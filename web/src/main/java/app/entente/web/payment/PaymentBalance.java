package app.entente.web.payment;

import app.entente.kernel.Money;
import app.entente.payment.Balance;
import app.entente.payment.Balances;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What every client and every payer owes. */
@Named
@RequestScoped
public class PaymentBalance {

    @Inject
    private Balances balances;
    private List<Balance> clients;
    private List<Balance> payers;

    @PostConstruct
    void load() {
        clients = balances.ofClients();
        payers = balances.ofPayers();
    }

    public List<Balance> getClients() {
        return clients;
    }

    public List<Balance> getPayers() {
        return payers;
    }

    /** What is open in all, without what stands on account; null when there is no account. */
    public Money getOpen() {
        return Stream.concat(clients.stream(), payers.stream()).map(Balance::open).map(open -> new Money(Math.max(0, open.minor()), open.currency()))
            .reduce(Money::plus).orElse(null);
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
