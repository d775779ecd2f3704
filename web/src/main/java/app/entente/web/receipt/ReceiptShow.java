package app.entente.web.receipt;

import app.entente.document.CheckCode;
import app.entente.kernel.Failure;
import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.payment.Balances;
import app.entente.payment.OpenReceipt;
import app.entente.payment.PaymentRow;
import app.entente.payment.Payments;
import app.entente.receipt.Issuing;
import app.entente.receipt.Receipt;
import app.entente.receipt.ReceiptCopies;
import app.entente.receipt.ReceiptCopy;
import app.entente.receipt.ReceiptRow;
import app.entente.receipt.ReceiptWork;
import app.entente.receipt.Receipts;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** One receipt: what it is, and what can still be made of it: a credit note, a duplicata. */
@Named
@RequestScoped
public class ReceiptShow {

    private static final Logger LOG = Logger.getLogger(ReceiptShow.class.getName());

    @Inject
    private Receipts receipts;
    @Inject
    private Issuing issuing;
    @Inject
    private ReceiptCopies copiesOf;
    @Inject
    private ReceiptWork work;
    @Inject
    private Balances balances;
    @Inject
    private Payments paymentsOf;
    @Inject
    private HttpServletRequest request;
    private ReceiptRow receipt;
    private OpenReceipt account;
    private List<PaymentRow> payments;
    private Map<UUID, Money> applied;
    private CheckCode code;
    private List<ReceiptCopy> copies;
    private boolean forPayer;
    private String key = UUID.randomUUID().toString();
    private String reason;
    private String copyReason;

    @PostConstruct
    void load() {
        receipt = receipts.row(Ids.parse(request.getParameter("id")));
        code = receipts.checkCode(receipt.id());
        copies = copiesOf.of(receipt.id());
        account = balances.ofReceipt(receipt.id());
        forPayer = receipt.authorisation() != null && Receipt.INVOICE.equals(receipt.credit() ? balances.ofReceipt(receipt.creditsId()).kind() : receipt.kind());
        payments = paymentsOf.ofReceipt(receipt.id()).stream().filter(row -> !row.refund()).toList();
        applied = payments.isEmpty() ? Map.of()
            : paymentsOf.applied(receipt.id()).stream().collect(Collectors.toMap(Payments.Applied::payment, Payments.Applied::amount));
    }

    /** Whether it went to a payer under an authorisation, or takes back what did: the person does not find it in their portal. */
    public boolean isForPayer() {
        return forPayer;
    }

    /** Takes it back. */
    public String credit() {
        UUID id = issuing.credit(receipt.id(), reason, key);
        try {
            work.seal(id);
        } catch (EJBException e) {
            Failure.tell(LOG, Level.SEVERE, "the document of credit note " + id + " is left to the timer", e);
        }
        return "/receipt/show?faces-redirect=true&id=" + id;
    }

    /** Makes a duplicata. */
    public String copy() {
        copiesOf.make(receipt.id(), copyReason);
        return "/receipt/show?faces-redirect=true&id=" + receipt.id();
    }

    /** What of it is settled and what is open. */
    public OpenReceipt getAccount() {
        return account;
    }

    /** How much of the receipt a payment settles, as what it takes off. */
    public Money applied(PaymentRow payment) {
        return new Money(-applied.getOrDefault(payment.id(), new Money(0, payment.currency())).minor(), payment.currency());
    }

    /** Whether a payment settles all that it is, so that its own amount need not be said. */
    public boolean whole(PaymentRow payment) {
        return payment.amountMinor() == -applied(payment).minor();
    }

    /** The payments that have settled it. */
    public List<PaymentRow> getPayments() {
        return payments;
    }

    public ReceiptRow getReceipt() {
        return receipt;
    }

    /** Its duplicatas, latest first. */
    public List<ReceiptCopy> getCopies() {
        return copies;
    }

    /** The check code in its groups; empty until the document is sealed. */
    public String getCode() {
        return code == null ? "" : code.grouped();
    }

    /** The check code for an address. */
    public String getCompactCode() {
        return code == null ? "" : code.compact();
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getCopyReason() {
        return copyReason;
    }

    public void setCopyReason(String copyReason) {
        this.copyReason = copyReason;
    }
}
