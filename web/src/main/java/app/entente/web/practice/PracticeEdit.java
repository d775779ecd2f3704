package app.entente.web.practice;

import app.entente.practice.PracticeDetails;
import app.entente.practice.Practices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** What the practice says of itself, edited by its owner. */
@Named
@RequestScoped
public class PracticeEdit {

    @Inject
    private Practices practices;
    @Inject
    @Param
    private Integer version;
    private PracticeDetails details;
    private List<String> missing;
    private int shown;

    @PostConstruct
    void read() {
        details = practices.details();
        missing = details.missing();
        shown = version == null ? details.getVersion() : version;
    }

    /** Replaces it and shows the settings. */
    public String save() {
        practices.describe(details, shown);
        return "/practice/show?faces-redirect=true";
    }

    public PracticeDetails getDetails() {
        return details;
    }

    /** What is still to be told, as words of the bundle. */
    public List<String> getMissing() {
        return missing;
    }

    public int getVersion() {
        return shown;
    }
}
