package app.entente.archive;

import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A receipt or an invoice that another tool issued, kept as it was under its own number (rule 9). It never changes. */
@Entity
@Table(name = "earlier_receipt")
public class EarlierReceipt extends TenantOwned {

    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "import_id")
    private UUID importId;
    private String number;
    @Column(name = "number_key")
    private String numberKey;
    @Column(name = "issued_on")
    private LocalDate issuedOn;
    @Column(name = "amount_minor")
    private long amountMinor;
    private String currency;
    @Column(name = "serviced_on")
    private LocalDate servicedOn;
    @Column(name = "paid_on")
    private LocalDate paidOn;
    private String means;
    private String payer;
    private String label;
    @Column(name = "created_at")
    private Instant createdAt;

    protected EarlierReceipt() {
    }

    EarlierReceipt(UUID importId, ReadReceipt read, Instant now) {
        super(Ids.next());
        this.fileId = read.client().fileId();
        this.importId = importId;
        this.number = read.number();
        this.numberKey = key(read.number());
        this.issuedOn = read.issuedOn();
        this.amountMinor = read.amount().minor();
        this.currency = read.amount().currency();
        this.servicedOn = read.servicedOn();
        this.paidOn = read.paidOn();
        this.means = read.means();
        this.payer = read.payer();
        this.label = read.label();
        this.createdAt = now;
    }

    /** What makes two numbers the same, however they are typed. */
    static String key(String number) {
        return Words.plain(number);
    }

    public UUID getFileId() {
        return fileId;
    }

    /** The import that brought it. */
    public UUID getImportId() {
        return importId;
    }

    /** Its number in the other tool's series. */
    public String getNumber() {
        return number;
    }

    public LocalDate getIssuedOn() {
        return issuedOn;
    }

    /** What it was made out for; less than nothing for a credit. */
    public Money getAmount() {
        return new Money(amountMinor, currency);
    }

    /** When the service was; null when the table did not say. */
    public LocalDate getServicedOn() {
        return servicedOn;
    }

    /** When it was paid; null when the table did not say. */
    public LocalDate getPaidOn() {
        return paidOn;
    }

    /** How it was paid, in the other tool's words; may be empty. */
    public String getMeans() {
        return means;
    }

    /** Who paid, where that was not the client; may be empty. */
    public String getPayer() {
        return payer;
    }

    /** What it was for, in the other tool's words; may be empty. */
    public String getLabel() {
        return label;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
