package app.entente.practice;

import app.entente.kernel.Bilingual;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

/** The practice's profile: the letterhead of everything it signs. */
@Entity
public class Practice extends TenantRecord {

    @Column(name = "legal_name")
    private String legalName;
    private String profession;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "title_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    private Bilingual title;
    @Column(name = "professional_order")
    private String order;
    private String permit;
    private String siret;
    @Column(name = "legal_status")
    private String legalStatus;
    private String street;
    private String city;
    private String region;
    @Column(name = "postal_code")
    private String postalCode;
    private String country;
    private String phone;
    private String email;
    @Column(name = "privacy_officer")
    private String privacyOfficer;
    private String mediator;
    @Column(name = "tax_regime")
    private String taxRegime;
    private String currency;

    protected Practice() {
    }

    /** A profile; refused with {@code practice.permit_missing} when a reserved title comes without order and permit (rule 1). */
    public Practice(String legalName, String profession, Bilingual title, Registration registration, PostalAddress address, Contact contact,
        String privacyOfficer, String mediator, String taxRegime, String currency) {
        super(Ids.next());
        if (("ts".equals(profession) || "tcf".equals(profession)) && (blank(registration.order()) || blank(registration.permit()))) {
            throw new BusinessRuleViolation("practice.permit_missing");
        }
        this.legalName = legalName;
        this.profession = profession;
        this.title = title;
        this.order = registration.order();
        this.permit = registration.permit();
        this.siret = registration.siret();
        this.legalStatus = registration.status();
        this.street = address.street();
        this.city = address.city();
        this.region = address.region();
        this.postalCode = address.postalCode();
        this.country = address.country();
        this.phone = contact.phone();
        this.email = contact.email();
        this.privacyOfficer = privacyOfficer;
        this.mediator = mediator;
        this.taxRegime = taxRegime;
        this.currency = currency;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /**
     * How the place knows the practitioner.
     *
     * @param order professional order (Quebec)
     * @param permit permit number at that order
     * @param siret SIRET number (France)
     * @param status legal status (France)
     */
    public record Registration(String order, String permit, String siret, String status) {
    }

    /** A postal address. */
    public record PostalAddress(String street, String city, String region, String postalCode, String country) {
    }

    /** How to reach the practice. */
    public record Contact(String phone, String email) {
    }

    public String getLegalName() {
        return legalName;
    }

    public String getProfession() {
        return profession;
    }

    public Bilingual getTitle() {
        return title;
    }

    public String getOrder() {
        return order;
    }

    public String getPermit() {
        return permit;
    }

    public String getSiret() {
        return siret;
    }

    public String getLegalStatus() {
        return legalStatus;
    }

    public String getStreet() {
        return street;
    }

    public String getCity() {
        return city;
    }

    public String getRegion() {
        return region;
    }

    public String getPostalCode() {
        return postalCode;
    }

    public String getCountry() {
        return country;
    }

    /** The address on one line, as the place writes it. */
    public String getAddressLine() {
        boolean canada = "CA".equals(country);
        String town = canada ? city + " (" + region + ") " + postalCode : postalCode + " " + city;
        return street + ", " + town;
    }

    public String getPhone() {
        return phone;
    }

    public String getEmail() {
        return email;
    }

    public String getPrivacyOfficer() {
        return privacyOfficer;
    }

    public String getMediator() {
        return mediator;
    }

    public String getTaxRegime() {
        return taxRegime;
    }

    public String getCurrency() {
        return currency;
    }
}
