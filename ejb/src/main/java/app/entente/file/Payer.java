package app.entente.file;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Who pays for a file when the client does not: knows amounts and dates, never content. */
@Entity
public class Payer extends TenantRecord {

    @Column(name = "file_id")
    private UUID fileId;
    private String kind;
    @Column(name = "person_id")
    private UUID personId;
    @Column(name = "insured_id")
    private UUID insuredId;
    private String name;
    private String email;
    private String phone;
    private String street;
    private String city;
    @Column(name = "postal_code")
    private String postalCode;
    private String authorisation;
    @Column(name = "session_cap")
    private Integer sessionCap;
    @Column(name = "amount_cap_minor")
    private Long amountCapMinor;
    private String currency;
    private LocalDate since;
    private LocalDate until;

    protected Payer() {
    }

    /**
     * A payer from a day on; a cap that is not above zero is refused with {@code file.payer_cap}.
     *
     * @param personId a participant who pays; null for an organisation or somebody outside the file
     * @param insuredId whose insurance or programme it is; null when nobody's
     * @param currency of the amount cap and of what is paid
     */
    Payer(UUID fileId, UUID personId, UUID insuredId, PayerDetails details, String currency, LocalDate since) {
        super(Ids.next());
        this.fileId = fileId;
        this.personId = personId;
        this.insuredId = insuredId;
        this.currency = currency;
        this.since = since;
        write(details);
    }

    /** Replaces what is written about the payer; refused as the constructor says. */
    void write(PayerDetails details) {
        if (details.getSessionCap() != null && details.getSessionCap() < 1 || details.getAmountCap() != null && details.getAmountCap().signum() <= 0) {
            throw new BusinessRuleViolation("file.payer_cap");
        }
        kind = details.getKind();
        name = details.getName().strip();
        email = blank(details.getEmail());
        phone = blank(details.getPhone());
        street = blank(details.getStreet());
        city = blank(details.getCity());
        postalCode = blank(details.getPostalCode());
        authorisation = blank(details.getAuthorisation());
        sessionCap = details.getSessionCap();
        amountCapMinor = details.getAmountCap() == null ? null : details.getAmountCap().movePointRight(2).longValueExact();
    }

    /** What is written about the payer, to be corrected in a form. */
    public PayerDetails details() {
        PayerDetails details = new PayerDetails();
        details.setKind(kind);
        details.setName(name);
        details.setEmail(email);
        details.setPhone(phone);
        details.setStreet(street);
        details.setCity(city);
        details.setPostalCode(postalCode);
        details.setAuthorisation(authorisation);
        details.setSessionCap(sessionCap);
        details.setAmountCap(amountCapMinor == null ? null : BigDecimal.valueOf(amountCapMinor, 2));
        return details;
    }

    /** From the next day on they pay no more; refused with {@code file.part_ended} or {@code file.part_before}. */
    void end(LocalDate day) {
        if (until != null) {
            throw new BusinessRuleViolation("file.part_ended");
        }
        if (day.isBefore(since)) {
            throw new BusinessRuleViolation("file.part_before");
        }
        until = day;
    }

    void erase() {
        name = "—";
        email = null;
        phone = null;
        street = null;
        city = null;
        postalCode = null;
        authorisation = null;
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Whether they pay on that day. */
    public boolean paysOn(LocalDate day) {
        return !since.isAfter(day) && (until == null || !until.isBefore(day));
    }

    public UUID getFileId() {
        return fileId;
    }

    /** {@code person} or {@code organisation}. */
    public String getKind() {
        return kind;
    }

    /** The participant who pays; null when it is nobody of the file. */
    public UUID getPersonId() {
        return personId;
    }

    /** Whose insurance or programme it is; null when nobody's. */
    public UUID getInsuredId() {
        return insuredId;
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    public String getPhone() {
        return phone;
    }

    public String getStreet() {
        return street;
    }

    public String getCity() {
        return city;
    }

    public String getPostalCode() {
        return postalCode;
    }

    /** Number that the payer asks for on what they pay; null when they ask for none. */
    public String getAuthorisation() {
        return authorisation;
    }

    /** Most meetings they pay; null without such a cap. */
    public Integer getSessionCap() {
        return sessionCap;
    }

    /** Most they pay in all; null without such a cap. */
    public Money getAmountCap() {
        return amountCapMinor == null ? null : new Money(amountCapMinor, currency);
    }

    public LocalDate getSince() {
        return since;
    }

    /** The last day; null while they pay. */
    public LocalDate getUntil() {
        return until;
    }
}
