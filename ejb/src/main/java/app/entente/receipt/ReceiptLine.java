package app.entente.receipt;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** One service on a receipt: its day, never a range. On a credit note, the same taken back. */
@Entity
@Table(name = "receipt_line")
public class ReceiptLine extends TenantOwned {

    /** A meeting that took place. */
    public static final String SESSION = "session";
    /** A fee for a meeting that was missed; never a session. */
    public static final String MISSED_FEE = "missed_fee";

    @Column(name = "receipt_id")
    private UUID receiptId;
    private int position;
    @Column(name = "meeting_id")
    private UUID meetingId;
    private String nature;
    private String attendees;
    @Column(name = "billed_minutes")
    private Integer billedMinutes;
    @Column(name = "price_minor")
    private Long priceMinor;
    @Column(name = "net_minor")
    private Long netMinor;
    private String tax;
    @Column(name = "service_on")
    private LocalDate serviceOn;
    private String label;
    private int minutes;
    @Column(name = "amount_minor")
    private long amountMinor;

    protected ReceiptLine() {
    }

    ReceiptLine(UUID receiptId, int position, ReceiptFacts facts, long netMinor) {
        super(Ids.next());
        ReceiptFacts.Item item = facts.items().get(position - 1);
        this.receiptId = receiptId;
        this.position = position;
        this.meetingId = item.meeting().getId();
        this.serviceOn = item.meeting().getDay();
        this.label = item.service().getTitle().in(facts.person().getLanguage());
        this.nature = item.fee() ? MISSED_FEE : SESSION;
        this.attendees = facts.recipient();
        this.minutes = item.fee() ? 0 : item.meeting().getMinutes();
        this.billedMinutes = item.fee() ? null : item.billedMinutes();
        this.priceMinor = item.price();
        this.amountMinor = facts.covered() ? 0 : item.amount();
        this.netMinor = netMinor;
        this.tax = facts.status(item).code();
    }

    /** The line of a credit note that takes back a line. */
    ReceiptLine(UUID receiptId, ReceiptLine taken) {
        super(Ids.next());
        this.receiptId = receiptId;
        this.position = taken.position;
        this.meetingId = taken.meetingId;
        this.serviceOn = taken.serviceOn;
        this.label = taken.label;
        this.nature = taken.nature;
        this.attendees = taken.attendees;
        this.minutes = taken.minutes;
        this.billedMinutes = taken.billedMinutes;
        this.priceMinor = taken.priceMinor;
        this.amountMinor = -taken.amountMinor;
        this.netMinor = taken.netMinor == null ? null : Long.valueOf(-taken.netMinor);
        this.tax = taken.tax;
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

    /** What the receipt covers of the price, in minor units of its currency; zero where somebody else paid, negative on a credit note. */
    public long getAmountMinor() {
        return amountMinor;
    }

    /** {@code session} or {@code missed_fee}. */
    public String getNature() {
        return nature;
    }

    public UUID getMeetingId() {
        return meetingId;
    }

    /** Names of those who received the service, as printed. */
    public String getAttendees() {
        return attendees;
    }

    /** Length that is billed, where it is not the length of the meeting; else null. */
    public Integer getBilledMinutes() {
        return billedMinutes;
    }

    /** The amount without taxes, in minor units. */
    public Long getNetMinor() {
        return netMinor;
    }

    /** {@code exempt}, {@code franchise}, {@code small_supplier} or {@code taxed}. */
    public String getTax() {
        return tax;
    }
}
