package app.entente.payment;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** What of a payment settles a receipt; negative where it is taken back. It never changes. */
@Entity
@Table(name = "ledger_allocation")
public class Allocation extends TenantOwned {

    @Column(name = "entry_id")
    private UUID entryId;
    @Column(name = "receipt_id")
    private UUID receiptId;
    @Column(name = "amount_minor")
    private long amountMinor;

    protected Allocation() {
    }

    Allocation(UUID entryId, UUID receiptId, long amountMinor) {
        super(Ids.next());
        this.entryId = entryId;
        this.receiptId = receiptId;
        this.amountMinor = amountMinor;
    }

    public UUID getEntryId() {
        return entryId;
    }

    public UUID getReceiptId() {
        return receiptId;
    }

    /** In minor units of the payment's currency. */
    public long getAmountMinor() {
        return amountMinor;
    }
}
