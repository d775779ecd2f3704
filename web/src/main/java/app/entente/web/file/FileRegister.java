package app.entente.web.file;

import app.entente.file.Files;
import app.entente.person.PersonDetails;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Opens a file for one person, a couple, a family or a minor; who else takes part is added afterwards. */
@Named
@RequestScoped
public class FileRegister {

    private final PersonDetails details = new PersonDetails();
    @Inject
    private Files files;
    @Inject
    private Here here;
    private String reason;
    private String kind = "individual";

    @PostConstruct
    void begin() {
        details.setLanguage(here.workspace().getLanguage());
    }

    /** Opens the file and shows it. */
    public String open() {
        UUID file = files.open(kind, details, reason);
        return "individual".equals(kind) ? "/file/show?faces-redirect=true&id=" + file : "/file/person?faces-redirect=true&file=" + file;
    }

    public PersonDetails getDetails() {
        return details;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
