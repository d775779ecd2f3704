package app.entente.platform;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What somebody tells who asks for a workspace; bound by the form as it is. */
public class RequestForm {

    @NotBlank
    @Size(max = 120)
    private String name;
    @NotBlank
    @Size(max = 120)
    private String practiceName;
    @NotBlank
    @Pattern(regexp = "ts|tcf|pair_aidant|other")
    private String profession;
    @NotBlank
    @Pattern(regexp = "CA-QC|FR")
    private String jurisdiction;
    @NotBlank
    @Email
    @Size(max = 254)
    private String email;
    @NotBlank
    @Pattern(regexp = "fr|en")
    private String language;
    @Size(max = 4000)
    private String message;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPracticeName() {
        return practiceName;
    }

    public void setPracticeName(String practiceName) {
        this.practiceName = practiceName;
    }

    public String getProfession() {
        return profession;
    }

    public void setProfession(String profession) {
        this.profession = profession;
    }

    public String getJurisdiction() {
        return jurisdiction;
    }

    public void setJurisdiction(String jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }
}
