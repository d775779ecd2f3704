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

    /** The usual kind: reçu in Quebec, note in France. */
    public static final String RECEIPT = "receipt";
    /** Facture: for a third payer or a business, or on request. */
    public static final String INVOICE = "invoice";
    /** For the client of a third payer: the service was given, and the client paid nothing. */
    public static final String COVERED = "covered";
    /** Takes back another one, wholly. */
    public static final String CREDIT = "credit";

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
    private String kind;
    private String asked;
    @Column(name = "credits_id")
    private UUID creditsId;
    private String reason;
    @Column(name = "paid_minor")
    private Long paidMinor;
    @Column(name = "payer_id")
    private UUID payerId;
    @Column(name = "payer_name")
    private String payerName;
    @Column(name = "payer_address")
    private String payerAddress;
    @Column(name = "payer_siren")
    private String payerSiren;
    private String authorisation;
    @Column(name = "authorised_sessions")
    private Integer authorisedSessions;
    @Column(name = "due_on")
    private LocalDate dueOn;

    protected Receipt() {
    }

    Receipt(Given number, String idempotencyKey, String asked, UUID fileId, UUID personId, ReceiptFacts facts, ReceiptContent content, Instant now) {
        super(Ids.next());
        this.seriesId = number.seriesId();
        this.number = number.number();
        this.displayNumber = number.display();
        this.idempotencyKey = idempotencyKey;
        this.asked = asked;
        this.kind = facts.kind();
        this.reason = "";
        this.fileId = fileId;
        this.personId = personId;
        this.recipient = facts.recipient();
        this.meetingId = facts.items().get(0).meeting().getId();
        this.issuedOn = facts.issuedOn();
        this.issuedAt = now;
        Taxes taxes = facts.taxes();
        this.netMinor = taxes.net();
        this.totalMinor = taxes.total();
        this.paidMinor = facts.paid();
        this.currency = facts.currency();
        this.language = facts.person().getLanguage();
        if (facts.payment() != null) {
            this.paymentMeans = facts.payment().means();
            this.paidOn = facts.payment().on();
        }
        this.dueOn = facts.dueOn();
        if (facts.buyer() != null) {
            this.payerId = facts.buyer().payerId();
            this.payerName = facts.buyer().name();
            this.payerAddress = facts.buyer().address();
            this.payerSiren = facts.buyer().siren();
            this.authorisation = facts.buyer().authorisation();
            this.authorisedSessions = facts.buyer().authorisedSessions();
        }
        this.content = content.json();
        this.status = ISSUED;
    }

    /** The credit note of the whole of a receipt. */
    Receipt(Given number, String idempotencyKey, Receipt original, String reason, LocalDate today, ReceiptContent content, Instant now) {
        super(Ids.next());
        this.seriesId = number.seriesId();
        this.number = number.number();
        this.displayNumber = number.display();
        this.idempotencyKey = idempotencyKey;
        this.asked = asked(original.getId());
        this.kind = CREDIT;
        this.creditsId = original.getId();
        this.reason = reason;
        this.fileId = original.fileId;
        this.personId = original.personId;
        this.recipient = original.recipient;
        this.meetingId = original.meetingId;
        this.issuedOn = today;
        this.issuedAt = now;
        this.netMinor = -original.netMinor;
        this.totalMinor = -original.totalMinor;
        this.currency = original.currency;
        this.language = original.language;
        this.payerId = original.payerId;
        this.payerName = original.payerName;
        this.payerAddress = original.payerAddress;
        this.payerSiren = original.payerSiren;
        this.authorisation = original.authorisation;
        this.content = content.json();
        this.status = ISSUED;
    }

    /**
     * A number that was given.
     *
     * @param display as printed
     */
    record Given(UUID seriesId, long number, String display) {
    }

    /** What a credit note is asked for. */
    static String asked(UUID original) {
        return CREDIT + " " + original;
    }

    /** Whether a form that asks for this is the one it was issued from; the first release kept the meeting alone. */
    boolean isAnswerTo(String form) {
        return asked.isEmpty() ? form.endsWith(meetingId.toString()) : asked.equals(form);
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

    /** {@code cash}, {@code transfer}, {@code card}, {@code cheque} or {@code interac}; null when it was not paid when issued. */
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

    /** {@code receipt}, {@code invoice}, {@code covered} or {@code credit}. */
    public String getKind() {
        return kind;
    }

    public boolean isCredit() {
        return CREDIT.equals(kind);
    }

    /** The receipt that this credit note takes back; null for every other kind. */
    public UUID getCreditsId() {
        return creditsId;
    }

    /** Why a credit note was made; empty for every other kind. */
    public String getReason() {
        return reason;
    }

    /** Amount without taxes. */
    public Money getNet() {
        return new Money(netMinor, currency);
    }

    /** What was paid when it was issued; null when nothing was. */
    public Money getPaid() {
        return paidMinor == null ? null : new Money(paidMinor, currency);
    }

    /** The last day to pay; null when it was paid at once or nothing is due. */
    public LocalDate getDueOn() {
        return dueOn;
    }

    /** The payer written down in the file; null when the client pays, or the payer was typed here alone. */
    public UUID getPayerId() {
        return payerId;
    }

    /** Who pays instead of the client; null when the client does. */
    public String getPayerName() {
        return payerName;
    }

    /** Number under which a third payer pays; null when there is none. */
    public String getAuthorisation() {
        return authorisation;
    }
}
