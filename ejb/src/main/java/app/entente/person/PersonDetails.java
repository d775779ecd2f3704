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
    @Pattern(regexp = "[0-9+(). \\u00A0\\u202F-]*", message = "{entente.phone}")
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
    @Size(max = 60)
    private String pronoun;
    @Size(max = 200)
    @Column(name = "name_at_birth")
    private String nameAtBirth;
    @Column(name = "voicemail_is_safe")
    private boolean voicemailSafe;
    @Column(name = "post_is_safe")
    private boolean postSafe = true;
    @Pattern(regexp = "mail|phone|post")
    @Column(name = "preferred_channel")
    private String preferredChannel;
    @Size(max = 200)
    @Column(name = "emergency_name")
    private String emergencyName;
    @Size(max = 100)
    @Column(name = "emergency_relation")
    private String emergencyRelation;
    @Size(max = 40)
    @Column(name = "emergency_phone")
    private String emergencyPhone;
    private boolean reminders = true;

    /** The same details, to be changed apart. */
    PersonDetails copy() {
        PersonDetails copy = new PersonDetails();
        copy.givenName = givenName;
        copy.familyName = familyName;
        copy.chosenName = chosenName;
        copy.birthDate = birthDate;
        copy.email = email;
        copy.phone = phone;
        copy.street = street;
        copy.city = city;
        copy.postalCode = postalCode;
        copy.mailSafe = mailSafe;
        copy.phoneSafe = phoneSafe;
        copy.addressForm = addressForm;
        copy.language = language;
        copy.pronoun = pronoun;
        copy.nameAtBirth = nameAtBirth;
        copy.voicemailSafe = voicemailSafe;
        copy.postSafe = postSafe;
        copy.preferredChannel = preferredChannel;
        copy.emergencyName = emergencyName;
        copy.emergencyRelation = emergencyRelation;
        copy.emergencyPhone = emergencyPhone;
        copy.reminders = reminders;
        return copy;
    }

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

    /** How the person wishes to be spoken of; may be empty. */
    public String getPronoun() {
        return pronoun;
    }

    public void setPronoun(String pronoun) {
        this.pronoun = pronoun;
    }

    /** Asked for only where the rules of the place require it, and shown nowhere else. */
    public String getNameAtBirth() {
        return nameAtBirth;
    }

    public void setNameAtBirth(String nameAtBirth) {
        this.nameAtBirth = nameAtBirth;
    }

    /** Whether a message may be left on the telephone. */
    public boolean isVoicemailSafe() {
        return voicemailSafe;
    }

    public void setVoicemailSafe(boolean voicemailSafe) {
        this.voicemailSafe = voicemailSafe;
    }

    /** Whether a letter may be sent. */
    public boolean isPostSafe() {
        return postSafe;
    }

    public void setPostSafe(boolean postSafe) {
        this.postSafe = postSafe;
    }

    /** {@code mail}, {@code phone} or {@code post}; null when the person has no preference. */
    public String getPreferredChannel() {
        return preferredChannel;
    }

    public void setPreferredChannel(String preferredChannel) {
        this.preferredChannel = preferredChannel == null || preferredChannel.isBlank() ? null : preferredChannel;
    }

    /** Whom to call in an emergency; may be empty. */
    public String getEmergencyName() {
        return emergencyName;
    }

    public void setEmergencyName(String emergencyName) {
        this.emergencyName = emergencyName;
    }

    public String getEmergencyRelation() {
        return emergencyRelation;
    }

    public void setEmergencyRelation(String emergencyRelation) {
        this.emergencyRelation = emergencyRelation;
    }

    public String getEmergencyPhone() {
        return emergencyPhone;
    }

    public void setEmergencyPhone(String emergencyPhone) {
        this.emergencyPhone = emergencyPhone;
    }

    /** Whether the person wishes to be reminded of meetings. */
    public boolean isReminders() {
        return reminders;
    }

    public void setReminders(boolean reminders) {
        this.reminders = reminders;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonDetails that
            && Objects.equals(givenName, that.givenName) && Objects.equals(familyName, that.familyName)
            && Objects.equals(chosenName, that.chosenName) && Objects.equals(birthDate, that.birthDate)
            && Objects.equals(email, that.email) && Objects.equals(phone, that.phone)
            && Objects.equals(street, that.street) && Objects.equals(city, that.city) && Objects.equals(postalCode, that.postalCode)
            && mailSafe == that.mailSafe && phoneSafe == that.phoneSafe
            && Objects.equals(addressForm, that.addressForm) && Objects.equals(language, that.language)
            && Objects.equals(pronoun, that.pronoun) && Objects.equals(nameAtBirth, that.nameAtBirth)
            && voicemailSafe == that.voicemailSafe && postSafe == that.postSafe && reminders == that.reminders
            && Objects.equals(preferredChannel, that.preferredChannel) && Objects.equals(emergencyName, that.emergencyName)
            && Objects.equals(emergencyRelation, that.emergencyRelation) && Objects.equals(emergencyPhone, that.emergencyPhone);
    }

    @Override
    public int hashCode() {
        return Objects.hash(givenName, familyName, chosenName, birthDate, email, phone, addressForm, language);
    }
}
