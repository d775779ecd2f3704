package app.entente.web.payment;

import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.payment.PaymentRow;
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
import java.util.List;
import java.util.UUID;

/** One payment, and giving it back. */
@Named
@RequestScoped
public class PaymentShow {

    @Inject
    private Payments payments;
    @Inject
    private Here here;
    @Inject
    private Clock clock;
    @Inject
    private HttpServletRequest request;
    private PaymentRow payment;
    private List<Payments.Settled> settled;
    private BigDecimal amount;
    private String means;
    private LocalDate on;
    private String key = UUID.randomUUID().toString();

    @PostConstruct
    void load() {
        payment = payments.row(Ids.parse(request.getParameter("id")));
        settled = payment.refund() ? List.of() : payments.settled(payment.id());
        amount = payment.refundable().toDecimal();
        means = payment.means();
        on = LocalDate.now(clock.withZone(here.getZone()));
    }

    /** Gives back. */
    public String refund() {
        UUID id = payments.refund(payment.id(), Asked.amount(amount, payment.currency()).minor(), means, on, key);
        return "/payment/show?faces-redirect=true&id=" + id;
    }

    public PaymentRow getPayment() {
        return payment;
    }

    /** What a refund gave back, more than zero. */
    public Money getGiven() {
        return new Money(-payment.amount().minor(), payment.currency());
    }

    /** What it settles, receipt by receipt. */
    public List<Payments.Settled> getSettled() {
        return settled;
    }

    public List<String> getMeansList() {
        return Payment.means(payment.currency());
    }

    /** Today in the workspace, yyyy-MM-dd. */
    public String getToday() {
        return LocalDate.now(clock.withZone(here.getZone())).toString();
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

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
