package app.entente.payment;

import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Money that came in, or, negative, went back. It never changes; its number, time and hash are the database's own (rule 3). */
@Entity
@Table(name = "ledger_entry")
public class LedgerEntry extends TenantOwned {

    @Column(insertable = false)
    private long seq;
    @Column(insertable = false)
    private Instant at;
    @Column(name = "paid_on")
    private LocalDate paidOn;
    private String means;
    @Column(name = "amount_minor")
    private long amountMinor;
    @Column(name = "rounding_minor")
    private long roundingMinor;
    private String currency;
    @Column(name = "person_id")
    private UUID personId;
    @Column(name = "payer_name")
    private String payerName;
    @Column(name = "refunds_id")
    private UUID refundsId;
    @Column(name = "receipt_id")
    private UUID receiptId;
    @Column(name = "idempotency_key")
    private String idempotencyKey;
    private String asked;
    @Column(name = "account_id")
    private UUID accountId;

    protected LedgerEntry() {
    }

    /** Money that somebody paid; the receipt is the one that says so itself, null where the payment was recorded by hand. */
    LedgerEntry(Debtor debtor, Received received, UUID receiptId, String idempotencyKey, String asked, UUID accountId) {
        super(Ids.next());
        this.paidOn = received.on();
        this.means = received.means();
        this.amountMinor = received.amount().minor();
        this.currency = received.amount().currency();
        this.roundingMinor = received.roundingMinor();
        this.personId = debtor.personId();
        this.payerName = debtor.payerName();
        this.receiptId = receiptId;
        this.idempotencyKey = idempotencyKey;
        this.asked = asked;
        this.accountId = accountId;
    }

    /** Money given back of a payment. */
    LedgerEntry(LedgerEntry refunded, Received given, String idempotencyKey, String asked, UUID accountId) {
        this(new Debtor(refunded.personId, refunded.payerName), given, null, idempotencyKey, asked, accountId);
        this.refundsId = refunded.getId();
    }

    /**
     * What changed hands.
     *
     * @param roundingMinor how far the amount is from what it settles
     */
    record Received(Money amount, long roundingMinor, String means, LocalDate on) {
    }

    boolean isAnswerTo(String form) {
        return asked.equals(form);
    }

    /** Whether it is money given back. */
    public boolean isRefund() {
        return refundsId != null;
    }

    /** What it settles or sets free, in minor units: the amount without the rounding. */
    long applied() {
        return amountMinor - roundingMinor;
    }

    long roundingMinor() {
        return roundingMinor;
    }

    public Money getAmount() {
        return new Money(amountMinor, currency);
    }

    public LocalDate getPaidOn() {
        return paidOn;
    }

    public String getMeans() {
        return means;
    }

    /** Whose account it is on; null when one payer paid for several. */
    public UUID getPersonId() {
        return personId;
    }

    /** Who pays instead of the client; empty when the client does. */
    public String getPayerName() {
        return payerName;
    }

    /** The receipt that says this payment itself; null when it was recorded by hand. */
    public UUID getReceiptId() {
        return receiptId;
    }
}
