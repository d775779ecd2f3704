package app.entente.receipt;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A duplicata that was made: of which receipt, when, by whom, what for. */
@Entity
@Table(name = "receipt_copy")
public class ReceiptCopy extends TenantOwned {

    @Column(name = "receipt_id")
    private UUID receiptId;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "account_id")
    private UUID accountId;
    private String reason;
    @Column(name = "sealed_id")
    private UUID sealedId;

    protected ReceiptCopy() {
    }

    ReceiptCopy(UUID receiptId, Instant madeAt, UUID accountId, String reason, UUID sealedId) {
        super(Ids.next());
        this.receiptId = receiptId;
        this.madeAt = madeAt;
        this.accountId = accountId;
        this.reason = reason;
        this.sealedId = sealedId;
    }

    public UUID getReceiptId() {
        return receiptId;
    }

    public Instant getMadeAt() {
        return madeAt;
    }

    /** What it was asked for, in a few words. */
    public String getReason() {
        return reason;
    }

    /** Its own sealed document. */
    public UUID getSealedId() {
        return sealedId;
    }
}
