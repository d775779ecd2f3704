package app.entente.person;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/** What a practitioner may freely write about a person; replaced as a whole. */
@Embeddable
public class PersonDetails implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotBlank
    @Size(max = 100)
    @Column(name = "given_name")
    private String givenName;
    @NotBlank
    @Size(max = 100)
    @Column(name = "family_name")
    private String familyName;
    @Size(max = 100)
    @Column(name = "chosen_name")
    private String chosenName;
    @Past
    @Column(name = "birth_date")
    private LocalDate birthDate;
    @Email
    @Size(max = 254)
    private String email;
    @Size(max = 40)
    @Pattern(regexp = "[0-9+(). \\u00A0\\u202F-]*")
    private String phone;
    @Size(max = 200)
    private String street;
    @Size(max = 100)
    private String city;
    @Size(max = 12)
    @Column(name = "postal_code")
    private String postalCode;
    @Column(name = "mail_is_safe")
    private boolean mailSafe = true;
    @Column(name = "phone_is_safe")
    private boolean phoneSafe = true;
    @NotNull
    @Pattern(regexp = "tu|vous")
    @Column(name = "address_form")
    private String addressForm = "vous";
    @NotNull
    @Pattern(regexp = "fr|en")
    private String language = "fr";

    /** The name to say: the chosen one, else the given one, with the family name. */
    public String fullName() {
        return (chosenName == null || chosenName.isBlank() ? givenName : chosenName) + " " + familyName;
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public String getChosenName() {
        return chosenName;
    }

    public void setChosenName(String chosenName) {
        this.chosenName = chosenName;
    }

    public LocalDate getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(LocalDate birthDate) {
        this.birthDate = birthDate;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
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

    public String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(String postalCode) {
        this.postalCode = postalCode;
    }

    public boolean isMailSafe() {
        return mailSafe;
    }

    public void setMailSafe(boolean mailSafe) {
        this.mailSafe = mailSafe;
    }

    public boolean isPhoneSafe() {
        return phoneSafe;
    }

    public void setPhoneSafe(boolean phoneSafe) {
        this.phoneSafe = phoneSafe;
    }

    public String getAddressForm() {
        return addressForm;
    }

    public void setAddressForm(String addressForm) {
        this.addressForm = addressForm;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonDetails that
            && Objects.equals(givenName, that.givenName) && Objects.equals(familyName, that.familyName)
            && Objects.equals(chosenName, that.chosenName) && Objects.equals(birthDate, that.birthDate)
            && Objects.equals(email, that.email) && Objects.equals(phone, that.phone)
            && Objects.equals(street, that.street) && Objects.equals(city, that.city) && Objects.equals(postalCode, that.postalCode)
            && mailSafe == that.mailSafe && phoneSafe == that.phoneSafe
            && Objects.equals(addressForm, that.addressForm) && Objects.equals(language, that.language);
    }

    @Override
    public int hashCode() {
        return Objects.hash(givenName, familyName, chosenName, birthDate, email, phone, addressForm, language);
    }
}
