package app.entente.receipt;

import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A receipt: issued with its number and its frozen words, then sealed. Nothing else of it changes. */
@Entity
public class Receipt extends TenantRecord {

    /** It has its number; its document is still to be sealed. */
    public static final String ISSUED = "issued";
    /** Its document is sealed. */
    public static final String SEALED = "sealed";

    @Column(name = "series_id")
    private UUID seriesId;
    private long number;
    @Column(name = "display_number")
    private String displayNumber;
    @Column(name = "idempotency_key")
    private String idempotencyKey;
    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "person_id")
    private UUID personId;
    private String recipient;
    @Column(name = "meeting_id")
    private UUID meetingId;
    @Column(name = "issued_on")
    private LocalDate issuedOn;
    @Column(name = "issued_at")
    private Instant issuedAt;
    @Column(name = "net_minor")
    private long netMinor;
    @Column(name = "total_minor")
    private long totalMinor;
    private String currency;
    private String language;
    @Column(name = "payment_means")
    private String paymentMeans;
    @Column(name = "paid_on")
    private LocalDate paidOn;
    private String content;
    private String status;
    @Column(name = "sealed_id")
    private UUID sealedId;

    protected Receipt() {
    }

    Receipt(ReceiptSeries series, long number, String idempotencyKey, UUID fileId, UUID personId, ReceiptFacts facts, ReceiptContent content,
        Instant now) {
        super(Ids.next());
        this.seriesId = series.getId();
        this.number = number;
        this.displayNumber = series.display(number);
        this.idempotencyKey = idempotencyKey;
        this.fileId = fileId;
        this.personId = personId;
        this.recipient = facts.recipient();
        this.meetingId = facts.meeting().getId();
        this.issuedOn = facts.issuedOn();
        this.issuedAt = now;
        Money price = facts.service().getPrice();
        this.netMinor = price.minor();
        this.totalMinor = price.minor();
        this.currency = price.currency();
        this.language = facts.person().getLanguage();
        this.paymentMeans = facts.payment().means();
        this.paidOn = facts.payment().on();
        this.content = content.json();
        this.status = ISSUED;
    }

    /** Notes that the document is sealed; only once. */
    void seal(UUID sealed) {
        if (isSealed()) {
            throw new IllegalStateException("a receipt is sealed once");
        }
        status = SEALED;
        sealedId = sealed;
    }

    /** The number as printed: 2026-0001. */
    public String getDisplayNumber() {
        return displayNumber;
    }

    public long getNumber() {
        return number;
    }

    public UUID getFileId() {
        return fileId;
    }

    public UUID getPersonId() {
        return personId;
    }

    /** Who received the service, as printed. */
    public String getRecipient() {
        return recipient;
    }

    public UUID getMeetingId() {
        return meetingId;
    }

    public LocalDate getIssuedOn() {
        return issuedOn;
    }

    public Instant getIssuedAt() {
        return issuedAt;
    }

    public Money getTotal() {
        return new Money(totalMinor, currency);
    }

    /** {@code fr} or {@code en}: what the person reads (rule 8). */
    public String getLanguage() {
        return language;
    }

    /** {@code cash}, {@code transfer}, {@code card}, {@code cheque} or {@code interac}. */
    public String getPaymentMeans() {
        return paymentMeans;
    }

    public LocalDate getPaidOn() {
        return paidOn;
    }

    /** The frozen words of the document. */
    public ReceiptContent getContent() {
        return ReceiptContent.of(content);
    }

    public boolean isSealed() {
        return SEALED.equals(status);
    }

    /** The sealed document; null until it is there. */
    public UUID getSealedId() {
        return sealedId;
    }
}
