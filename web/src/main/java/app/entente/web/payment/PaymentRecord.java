package app.entente.web.payment;

import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.payment.Balance;
import app.entente.payment.Balances;
import app.entente.payment.Debtor;
import app.entente.payment.OpenReceipt;
import app.entente.payment.PaymentOrder;
import app.entente.payment.Payments;
import app.entente.receipt.Payment;
import app.entente.web.frame.Asked;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A payment to write down: of a client or a payer, for receipts or on account. A receipt in the address is ticked already. */
@Named
@RequestScoped
public class PaymentRecord {

    @Inject
    private Payments payments;
    @Inject
    private Balances balances;
    @Inject
    private Here here;
    @Inject
    private Clock clock;
    @Inject
    private HttpServletRequest request;
    private Balances.Standing standing;
    private List<String> chosen = new ArrayList<>();
    private LocalDate closed;
    private BigDecimal amount;
    private String means;
    private LocalDate on;
    private String key = UUID.randomUUID().toString();

    @PostConstruct
    void load() {
        String receipt = Asked.text(request, "receipt");
        String payer = Asked.text(request, "payer");
        if (!receipt.isEmpty()) {
            OpenReceipt open = balances.ofReceipt(Ids.parse(receipt));
            standing = of(open.debtor());
            if (open.unpaid()) {
                chosen.add(receipt);
                amount = open.open().toDecimal();
            }
        } else {
            standing = of(payer.isEmpty() ? Debtor.client(Ids.parse(Asked.text(request, "person"))) : Debtor.payer(payer));
            standing.unpaid().forEach(open -> chosen.add(open.id().toString()));
            amount = standing.unpaid().isEmpty() ? null : new Money(standing.unpaid().stream().mapToLong(open -> open.open().minor()).sum(), getCurrency()).toDecimal();
        }
        means = getMeansList().get(0);
        closed = payments.closedUntil();
        on = LocalDate.now(clock.withZone(here.getZone()));
    }

    private Balances.Standing of(Debtor debtor) {
        return debtor.payer() ? balances.ofPayer(debtor.payerName()) : balances.ofClient(debtor.personId());
    }

    /** Writes it down. */
    public String record() {
        Balance whose = standing.balance();
        UUID id = payments.record(new PaymentOrder(new Debtor(whose.personId(), whose.payerName()), chosen.stream().map(Ids::parse).toList(),
            Asked.amount(amount, getCurrency()), means, on), key);
        return "/payment/show?faces-redirect=true&id=" + id;
    }

    /** How the account stands, and its receipts. */
    public Balances.Standing getStanding() {
        return standing;
    }

    /** The part of an address that names the account. */
    public String getWhich() {
        return PaymentBalance.which(standing.balance());
    }

    private String getCurrency() {
        return standing.balance().billed().currency();
    }

    public List<String> getMeansList() {
        return Payment.means(getCurrency());
    }

    /** Today in the workspace, yyyy-MM-dd. */
    public String getToday() {
        return LocalDate.now(clock.withZone(here.getZone())).toString();
    }

    /** The first day that is not in a closed period, yyyy-MM-dd; empty when none is closed. */
    public String getFirst() {
        return closed == null ? "" : closed.plusDays(1).toString();
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = chosen;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public String getMeans() {
        return means;
    }

    public void setMeans(String means) {
        this.means = means;
    }

    public LocalDate getOn() {
        return on;
    }

    public void setOn(LocalDate on) {
        this.on = on;
    }

    /** Says of this form that it is this one, however often it is sent. */
    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
