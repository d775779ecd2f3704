package app.entente.receipt;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** One tax on a receipt: its rate and base as they were that day. On a credit note both amounts are negative. */
@Entity
@Table(name = "receipt_tax")
public class ReceiptTax extends TenantOwned {

    @Column(name = "receipt_id")
    private UUID receiptId;
    private int position;
    private String code;
    private BigDecimal percent;
    @Column(name = "base_minor")
    private long baseMinor;
    @Column(name = "amount_minor")
    private long amountMinor;

    protected ReceiptTax() {
    }

    ReceiptTax(UUID receiptId, int position, Taxes.Tax tax) {
        super(Ids.next());
        this.receiptId = receiptId;
        this.position = position;
        this.code = tax.code();
        this.percent = tax.percent();
        this.baseMinor = tax.base();
        this.amountMinor = tax.amount();
    }

    /** The tax of a credit note that takes back a tax. */
    ReceiptTax(UUID receiptId, ReceiptTax taken) {
        super(Ids.next());
        this.receiptId = receiptId;
        this.position = taken.position;
        this.code = taken.code;
        this.percent = taken.percent;
        this.baseMinor = -taken.baseMinor;
        this.amountMinor = -taken.amountMinor;
    }

    /** {@code gst}, {@code qst} or {@code vat}. */
    public String getCode() {
        return code;
    }

    public BigDecimal getPercent() {
        return percent;
    }

    /** What it was computed on, in minor units. */
    public long getBaseMinor() {
        return baseMinor;
    }

    /** What it came to, in minor units. */
    public long getAmountMinor() {
        return amountMinor;
    }
}
