package app.entente.web.catalogue;

import app.entente.catalogue.Approach;
import app.entente.catalogue.Catalogue;
import app.entente.catalogue.ProcessStep;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The practitioner's own view of the steps and approaches. */
@Named
@RequestScoped
public class CatalogueList {

    @Inject
    private Catalogue catalogue;
    private List<Approach> approaches;
    private List<ProcessStep> steps;

    @PostConstruct
    void read() {
        approaches = catalogue.approaches();
        steps = catalogue.steps();
    }

    /** The approaches on the public page. */
    public List<Approach> getShown() {
        return approaches.stream().filter(Approach::isPublished).toList();
    }

    /** The approaches kept off it. */
    public List<Approach> getKept() {
        return approaches.stream().filter(approach -> !approach.isPublished()).toList();
    }

    public List<ProcessStep> getSteps() {
        return steps;
    }
}
