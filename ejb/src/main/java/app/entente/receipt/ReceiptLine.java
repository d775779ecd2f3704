package app.entente.receipt;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** One service on a receipt: its day, never a range. */
@Entity
@Table(name = "receipt_line")
public class ReceiptLine extends TenantOwned {

    @Column(name = "receipt_id")
    private UUID receiptId;
    private int position;
    @Column(name = "service_on")
    private LocalDate serviceOn;
    private String label;
    private int minutes;
    @Column(name = "amount_minor")
    private long amountMinor;

    protected ReceiptLine() {
    }

    ReceiptLine(UUID receiptId, ReceiptFacts facts) {
        super(Ids.next());
        this.receiptId = receiptId;
        this.position = 1;
        this.serviceOn = facts.meeting().getDay();
        this.label = facts.service().getTitle().in(facts.person().getLanguage());
        this.minutes = facts.meeting().getMinutes();
        this.amountMinor = facts.service().getPrice().minor();
    }

    /** The day of the service. */
    public LocalDate getServiceOn() {
        return serviceOn;
    }

    /** The kind of service, in the language the person reads. */
    public String getLabel() {
        return label;
    }

    public int getMinutes() {
        return minutes;
    }

    /** Amount in minor units of the receipt's currency. */
    public long getAmountMinor() {
        return amountMinor;
    }
}
