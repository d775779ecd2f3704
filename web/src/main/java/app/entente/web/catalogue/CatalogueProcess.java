package app.entente.web.catalogue;

import app.entente.catalogue.Catalogue;
import app.entente.catalogue.ProcessStep;
import app.entente.practice.Practice;
import app.entente.practice.Practices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** The steps of the practice's path, in the order the practice gives them. */
@Named
@RequestScoped
public class CatalogueProcess {

    @Inject
    private Catalogue catalogue;
    @Inject
    private Practices practices;
    private List<ProcessStep> steps;
    private Practice practice;

    @PostConstruct
    void load() {
        steps = catalogue.process();
        practice = practices.profile();
    }

    /** Puts a step before the one above it, or after the one below. */
    public String shift(UUID step, boolean up) {
        catalogue.shift(step, up);
        return "/catalogue/process?faces-redirect=true";
    }

    public List<ProcessStep> getSteps() {
        return steps;
    }

    /** The practice, for the usual length of a whole path: a figure of its own, not the sum of the steps. */
    public Practice getPractice() {
        return practice;
    }
}
