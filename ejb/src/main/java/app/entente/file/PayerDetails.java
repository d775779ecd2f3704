package app.entente.file;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** What a practitioner writes about a payer; the amount cap is in the currency of the workspace. */
public class PayerDetails {

    @NotNull
    @Pattern(regexp = "person|organisation")
    private String kind = "organisation";
    @NotBlank
    @Size(max = 200)
    private String name;
    @Email
    @Size(max = 254)
    private String email;
    @Size(max = 40)
    private String phone;
    @Size(max = 200)
    private String street;
    @Size(max = 100)
    private String city;
    @Size(max = 12)
    private String postalCode;
    @Size(max = 100)
    private String authorisation;
    private Integer sessionCap;
    @Digits(integer = 9, fraction = 2)
    private BigDecimal amountCap;

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
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

    public String getAuthorisation() {
        return authorisation;
    }

    public void setAuthorisation(String authorisation) {
        this.authorisation = authorisation;
    }

    public Integer getSessionCap() {
        return sessionCap;
    }

    public void setSessionCap(Integer sessionCap) {
        this.sessionCap = sessionCap;
    }

    public BigDecimal getAmountCap() {
        return amountCap;
    }

    public void setAmountCap(BigDecimal amountCap) {
        this.amountCap = amountCap;
    }
}
