package app.entente.receipt;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody said with which number a series begins here, after another tool. */
@Entity
@Table(name = "receipt_series_change")
class ReceiptSeriesChange extends TenantOwned {

    @Column(name = "series_id")
    private UUID seriesId;
    private long before;
    private long after;
    private Instant at;
    @Column(name = "account_id")
    private UUID accountId;

    protected ReceiptSeriesChange() {
    }

    ReceiptSeriesChange(UUID seriesId, long before, long after, Instant at, UUID accountId) {
        super(Ids.next());
        this.seriesId = seriesId;
        this.before = before;
        this.after = after;
        this.at = at;
        this.accountId = accountId;
    }
}
