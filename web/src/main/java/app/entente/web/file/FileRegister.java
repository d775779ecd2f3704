package app.entente.web.file;

import app.entente.file.Files;
import app.entente.person.PersonDetails;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Opens an individual file. */
@Named
@RequestScoped
public class FileRegister {

    private final PersonDetails details = new PersonDetails();
    @Inject
    private Files files;
    @Inject
    private Here here;
    private String reason;

    @PostConstruct
    void begin() {
        details.setLanguage(here.workspace().getLanguage());
    }

    /** Opens the file and shows it. */
    public String open() {
        return "/file/show?faces-redirect=true&id=" + files.open(details, reason);
    }

    public PersonDetails getDetails() {
        return details;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
