package app.entente.practice;

import app.entente.kernel.Bilingual;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.List;

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
    @Column(name = "title_abbreviation")
    private String abbreviation;
    @Column(name = "professional_order")
    private String order;
    @Column(name = "professional_order_en")
    private String orderEnglish;
    @Column(name = "order_website")
    private String orderWebsite;
    private String permit;
    @Column(name = "permit_since")
    private LocalDate permitSince;
    @Column(name = "psychotherapy_permit")
    private boolean psychotherapyPermit;
    private String siret;
    @Column(name = "legal_status")
    private String legalStatus;
    @Column(name = "legal_status_en")
    private String legalStatusEnglish;
    private String street;
    private String city;
    private String region;
    @Column(name = "postal_code")
    private String postalCode;
    private String country;
    private String phone;
    private String email;
    @Column(name = "privacy_officer")
    private String privacyName;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "privacy_title_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "privacy_title_en"))
    private Bilingual privacyTitle;
    @Column(name = "privacy_email")
    private String privacyEmail;
    private String mediator;
    @Column(name = "tax_regime")
    private String taxRegime;
    @Column(name = "tax_since")
    private LocalDate taxSince;
    private String currency;
    @Column(name = "path_meetings_min")
    private Integer pathMeetingsMin;
    @Column(name = "path_meetings_max")
    private Integer pathMeetingsMax;

    protected Practice() {
    }

    /** A profile; refused with {@code practice.permit_missing} when a reserved title comes without order and permit (rule 1). */
    public Practice(String legalName, Title title, Registration registration, PostalAddress address, Contact contact, Officer officer,
        String mediator, Tax tax, Path path) {
        super(Ids.next());
        if (("ts".equals(title.profession()) || "tcf".equals(title.profession()))
            && (registration.order() == null || blank(registration.order().getFr()) || blank(registration.permit()))) {
            throw new BusinessRuleViolation("practice.permit_missing");
        }
        this.legalName = legalName;
        this.profession = title.profession();
        this.title = title.name();
        this.abbreviation = title.abbreviation();
        if (registration.order() != null) {
            this.order = registration.order().getFr();
            this.orderEnglish = registration.order().getEn();
        }
        this.orderWebsite = registration.orderWebsite();
        this.permit = registration.permit();
        this.permitSince = registration.permitSince();
        this.psychotherapyPermit = registration.psychotherapyPermit();
        this.siret = registration.siret();
        if (registration.status() != null) {
            this.legalStatus = registration.status().getFr();
            this.legalStatusEnglish = registration.status().getEn();
        }
        this.street = address.street();
        this.city = address.city();
        this.region = address.region();
        this.postalCode = address.postalCode();
        this.country = address.country();
        this.phone = contact.phone();
        this.email = contact.email();
        this.privacyName = officer.name();
        this.privacyTitle = officer.title();
        this.privacyEmail = officer.email();
        this.mediator = mediator;
        this.taxRegime = tax.regime();
        this.taxSince = tax.since();
        this.currency = tax.currency();
        this.pathMeetingsMin = path.meetingsMin();
        this.pathMeetingsMax = path.meetingsMax();
    }

    private Practice(String legalName, String profession, Bilingual title, String email, String country) {
        super(Ids.next());
        this.legalName = legalName;
        this.profession = profession;
        this.title = title;
        this.street = "";
        this.city = "";
        this.region = "CA".equals(country) ? "Québec" : null;
        this.postalCode = "";
        this.country = country;
        this.phone = "";
        this.email = email;
        this.privacyName = "";
        this.privacyTitle = new Bilingual("", "");
        this.privacyEmail = "";
        this.taxRegime = "";
        this.currency = "CA".equals(country) ? "CAD" : "EUR";
    }

    /** The profile a new practice begins with: what its request has told; the rest is {@link #missing()} until its owner has filled it in. */
    public static Practice begun(String legalName, String profession, Bilingual title, String email, String country) {
        return new Practice(legalName, profession, title, email, country);
    }

    /** What is still to be told before documents can be made of it: words of the bundle {@code practice.missing.…}, in the order of the form. */
    public List<String> missing() {
        return new PracticeDetails(this).missing();
    }

    /** Replaces what the practice says of itself; refused with {@code practice.permit_missing} when a reserved title comes without order and permit (rule 1). */
    void describe(PracticeDetails details) {
        if (details.reserved() && (blank(details.getOrder()) || blank(details.getPermit()))) {
            throw new BusinessRuleViolation("practice.permit_missing");
        }
        legalName = details.getLegalName().strip();
        title = new Bilingual(details.getTitleFr().strip(), text(details.getTitleEn()));
        abbreviation = orNull(details.getAbbreviation());
        order = orNull(details.getOrder());
        orderWebsite = orNull(details.getOrderWebsite());
        permit = orNull(details.getPermit());
        permitSince = details.getPermitSince();
        siret = details.getSiret() == null ? null : orNull(details.getSiret().replaceAll("\\s", ""));
        legalStatus = orNull(details.getLegalStatus());
        street = text(details.getStreet());
        city = text(details.getCity());
        region = orNull(details.getRegion());
        postalCode = text(details.getPostalCode());
        phone = text(details.getPhone());
        email = text(details.getEmail());
        privacyName = text(details.getPrivacyName());
        privacyTitle = new Bilingual(text(details.getPrivacyTitle()), privacyTitle.getFr().equals(text(details.getPrivacyTitle())) ? privacyTitle.getEn() : "");
        privacyEmail = text(details.getPrivacyEmail());
        mediator = orNull(details.getMediator());
        taxRegime = text(details.getTaxRegime());
        taxSince = details.getTaxSince();
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static String orNull(String typed) {
        return blank(typed) ? null : typed.strip();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /**
     * What the practitioner calls the profession.
     *
     * @param profession {@code ts}, {@code tcf}, {@code pair_aidant} or {@code other}
     * @param abbreviation letters after the name; null when there are none
     */
    public record Title(String profession, Bilingual name, String abbreviation) {
    }

    /**
     * How the place knows the practitioner; what a place does not ask for is null.
     *
     * @param order professional order (Quebec)
     * @param orderWebsite address of that order
     * @param permit permit number at that order
     * @param permitSince day the permit was given
     * @param psychotherapyPermit whether the practitioner also holds the permit for psychotherapy
     * @param siret SIRET number (France)
     * @param status legal status (France)
     */
    public record Registration(Bilingual order, String orderWebsite, String permit, LocalDate permitSince, boolean psychotherapyPermit,
        String siret, Bilingual status) {
    }

    /** A postal address. */
    public record PostalAddress(String street, String city, String region, String postalCode, String country) {
    }

    /** How to reach the practice. */
    public record Contact(String phone, String email) {
    }

    /** Who answers for personal data. */
    public record Officer(String name, Bilingual title, String email) {
    }

    /**
     * How the practice is taxed.
     *
     * @param regime {@code exempt}, {@code franchise} or {@code taxable}
     * @param since day it began
     * @param currency ISO 4217 code of every price
     */
    public record Tax(String regime, LocalDate since, String currency) {
    }

    /** The usual number of meetings of a whole path; both null when the practice gives none. */
    public record Path(Integer meetingsMin, Integer meetingsMax) {
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

    /** The order's name in a language. */
    public String orderIn(String language) {
        return "en".equals(language) && !blank(orderEnglish) ? orderEnglish : order;
    }

    public String getOrderWebsite() {
        return orderWebsite;
    }

    /** Letters after the name; null when there are none. */
    public String getAbbreviation() {
        return abbreviation;
    }

    public LocalDate getPermitSince() {
        return permitSince;
    }

    public boolean isPsychotherapyPermit() {
        return psychotherapyPermit;
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

    /** The legal status in a language. */
    public String statusIn(String language) {
        return "en".equals(language) && !blank(legalStatusEnglish) ? legalStatusEnglish : legalStatus;
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

    /** Who answers for personal data, with the address to write to. */
    public String getPrivacyOfficer() {
        return privacyName + ", " + privacyEmail;
    }

    public String getPrivacyName() {
        return privacyName;
    }

    public Bilingual getPrivacyTitle() {
        return privacyTitle;
    }

    public String getPrivacyEmail() {
        return privacyEmail;
    }

    public String getMediator() {
        return mediator;
    }

    public String getTaxRegime() {
        return taxRegime;
    }

    /** Day the tax regime began. */
    public LocalDate getTaxSince() {
        return taxSince;
    }

    /** Fewest meetings a whole path usually takes; null when the practice gives no number. */
    public Integer getPathMeetingsMin() {
        return pathMeetingsMin;
    }

    /** Most meetings a whole path usually takes; null when the practice gives no number. */
    public Integer getPathMeetingsMax() {
        return pathMeetingsMax;
    }

    public String getCurrency() {
        return currency;
    }
}
