package app.entente.practice;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A practice's profile as its owner types it; bound by the form as it is. What a place does not ask for stays empty. */
public class PracticeDetails {

    private String profession;
    private String country;
    private int version;
    @NotBlank
    @Size(max = 200)
    private String legalName;
    @NotBlank
    @Size(max = 120)
    private String titleFr;
    @Size(max = 120)
    private String titleEn;
    @Size(max = 20)
    private String abbreviation;
    @Size(max = 200)
    private String order;
    @Size(max = 200)
    @Pattern(regexp = "(https://\\S+)?")
    private String orderWebsite;
    @Size(max = 40)
    private String permit;
    private LocalDate permitSince;
    @Pattern(regexp = "|(\\s*\\d){9}\\s*|(\\s*\\d){14}\\s*")
    private String siret;
    @Size(max = 120)
    private String legalStatus;
    @Size(max = 200)
    private String street;
    @Size(max = 100)
    private String city;
    @Size(max = 60)
    private String region;
    @Size(max = 12)
    private String postalCode;
    @Size(max = 40)
    private String phone;
    @Email
    @Size(max = 254)
    private String email;
    @Size(max = 120)
    private String privacyName;
    @Size(max = 120)
    private String privacyTitle;
    @Email
    @Size(max = 254)
    private String privacyEmail;
    @Size(max = 500)
    private String mediator;
    @Pattern(regexp = "(exempt|franchise|taxable)?")
    private String taxRegime;
    private LocalDate taxSince;

    /** Nothing told yet. */
    public PracticeDetails() {
    }

    PracticeDetails(Practice practice) {
        profession = practice.getProfession();
        country = practice.getCountry();
        version = practice.getVersion();
        legalName = practice.getLegalName();
        titleFr = practice.getTitle().getFr();
        titleEn = practice.getTitle().getEn();
        abbreviation = practice.getAbbreviation();
        order = practice.getOrder();
        orderWebsite = practice.getOrderWebsite();
        permit = practice.getPermit();
        permitSince = practice.getPermitSince();
        siret = practice.getSiret();
        legalStatus = practice.getLegalStatus();
        street = practice.getStreet();
        city = practice.getCity();
        region = practice.getRegion();
        postalCode = practice.getPostalCode();
        phone = practice.getPhone();
        email = practice.getEmail();
        privacyName = practice.getPrivacyName();
        privacyTitle = practice.getPrivacyTitle() == null ? "" : practice.getPrivacyTitle().getFr();
        privacyEmail = practice.getPrivacyEmail();
        mediator = practice.getMediator();
        taxRegime = practice.getTaxRegime();
        taxSince = practice.getTaxSince();
    }

    /** Whether the title may be borne only with an order and a permit (rule 1). */
    public boolean reserved() {
        return "ts".equals(profession) || "tcf".equals(profession);
    }

    /** Whether the practice lies in France. */
    public boolean isFrench() {
        return "FR".equals(country);
    }

    /** What is still to be told, as words of the bundle, in the order of the form. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        need(missing, "legal_name", legalName);
        need(missing, "title", titleFr);
        if (reserved()) {
            need(missing, "order", order);
            need(missing, "permit", permit);
        }
        if (isFrench()) {
            need(missing, "siret", siret);
            need(missing, "status", legalStatus);
        }
        need(missing, "address", street == null || city == null || postalCode == null || street.isBlank() || city.isBlank() || postalCode.isBlank() ? "" : street);
        need(missing, "phone", phone);
        need(missing, "email", email);
        need(missing, "tax", taxRegime);
        need(missing, "privacy", privacyName == null || privacyEmail == null || privacyName.isBlank() || privacyEmail.isBlank() ? "" : privacyName);
        if (isFrench()) {
            need(missing, "mediator", mediator);
        }
        return missing;
    }

    private static void need(List<String> missing, String word, String value) {
        if (value == null || value.isBlank()) {
            missing.add(word);
        }
    }

    public String getProfession() {
        return profession;
    }

    /** The version this was read at. */
    public int getVersion() {
        return version;
    }

    public String getLegalName() {
        return legalName;
    }

    public void setLegalName(String legalName) {
        this.legalName = legalName;
    }

    public String getTitleFr() {
        return titleFr;
    }

    public void setTitleFr(String titleFr) {
        this.titleFr = titleFr;
    }

    public String getTitleEn() {
        return titleEn;
    }

    public void setTitleEn(String titleEn) {
        this.titleEn = titleEn;
    }

    public String getAbbreviation() {
        return abbreviation;
    }

    public void setAbbreviation(String abbreviation) {
        this.abbreviation = abbreviation;
    }

    public String getOrder() {
        return order;
    }

    public void setOrder(String order) {
        this.order = order;
    }

    public String getOrderWebsite() {
        return orderWebsite;
    }

    public void setOrderWebsite(String orderWebsite) {
        this.orderWebsite = orderWebsite;
    }

    public String getPermit() {
        return permit;
    }

    public void setPermit(String permit) {
        this.permit = permit;
    }

    public LocalDate getPermitSince() {
        return permitSince;
    }

    public void setPermitSince(LocalDate permitSince) {
        this.permitSince = permitSince;
    }

    public String getSiret() {
        return siret;
    }

    public void setSiret(String siret) {
        this.siret = siret;
    }

    public String getLegalStatus() {
        return legalStatus;
    }

    public void setLegalStatus(String legalStatus) {
        this.legalStatus = legalStatus;
    }

    public String getStreet() {
        return street;
    }

    public void setStreet(String street) {
        this.street = street;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(String postalCode) {
        this.postalCode = postalCode;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPrivacyName() {
        return privacyName;
    }

    public void setPrivacyName(String privacyName) {
        this.privacyName = privacyName;
    }

    public String getPrivacyTitle() {
        return privacyTitle;
    }

    public void setPrivacyTitle(String privacyTitle) {
        this.privacyTitle = privacyTitle;
    }

    public String getPrivacyEmail() {
        return privacyEmail;
    }

    public void setPrivacyEmail(String privacyEmail) {
        this.privacyEmail = privacyEmail;
    }

    public String getMediator() {
        return mediator;
    }

    public void setMediator(String mediator) {
        this.mediator = mediator;
    }

    public String getTaxRegime() {
        return taxRegime;
    }

    public void setTaxRegime(String taxRegime) {
        this.taxRegime = taxRegime;
    }

    public LocalDate getTaxSince() {
        return taxSince;
    }

    public void setTaxSince(LocalDate taxSince) {
        this.taxSince = taxSince;
    }
}
