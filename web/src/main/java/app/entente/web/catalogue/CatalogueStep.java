package app.entente.web.catalogue;

import app.entente.catalogue.Catalogue;
import app.entente.catalogue.ProcessStep;
import app.entente.catalogue.StepWording;
import app.entente.kernel.Ids;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** One step of the practice's path, to be written. */
@Named
@RequestScoped
public class CatalogueStep {

    @Inject
    private Catalogue catalogue;
    @Inject
    @Param
    private String id;
    @Inject
    @Param
    private Integer version;
    private ProcessStep step;
    private StepWording wording;
    private int shown;

    @PostConstruct
    void load() {
        step = catalogue.step(Ids.parse(id));
        wording = new StepWording(step);
        shown = version == null ? step.getVersion() : version;
    }

    /** Replaces what is said of the step. */
    public String save() {
        catalogue.correct(step.getId(), wording, shown);
        return "/catalogue/process?faces-redirect=true";
    }

    public ProcessStep getStep() {
        return step;
    }

    public StepWording getWording() {
        return wording;
    }

    public int getVersion() {
        return shown;
    }

    /** What a step may wait for. */
    public List<String> getKinds() {
        return ProcessStep.DOCUMENTS;
    }
}
