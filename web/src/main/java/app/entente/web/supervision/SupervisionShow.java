package app.entente.web.supervision;

import app.entente.agreement.AgreementRow;
import app.entente.agreement.Agreements;
import app.entente.catalogue.Catalogue;
import app.entente.catalogue.ProcessStep;
import app.entente.file.CommentRow;
import app.entente.file.SupervisedFile;
import app.entente.file.Supervision;
import app.entente.kernel.Ids;
import app.entente.note.Entries;
import app.entente.note.EntryRow;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** A file that is named to the signed-in supervisor: who, where on the path, which agreements, and what was written about it. */
@Named
@RequestScoped
public class SupervisionShow {

    @Inject
    private Supervision supervision;
    @Inject
    private Agreements agreementsOf;
    @Inject
    private Entries entriesOf;
    @Inject
    private Catalogue catalogue;
    @Inject
    private Here here;
    @Inject
    @Param
    private String id;
    private SupervisedFile file;
    private List<AgreementRow> agreements;
    private List<EntryRow> entries;
    private List<ProcessStep> steps;
    private List<CommentRow> comments;
    private String body;

    @PostConstruct
    void read() {
        UUID asked = Ids.parse(id);
        file = supervision.read(asked);
        agreements = agreementsOf.ofFile(asked);
        entries = entriesOf.ofFile(asked, "").stream().filter(EntryRow::signed).toList();
        steps = catalogue.steps();
        comments = supervision.comments(asked);
    }

    /** Writes a comment. */
    public String comment() {
        supervision.comment(file.row().id(), body);
        return "/supervision/show?faces-redirect=true&id=" + file.row().id();
    }

    public SupervisedFile getFile() {
        return file;
    }

    public List<AgreementRow> getAgreements() {
        return agreements;
    }

    /** What is written in the file and signed. */
    public List<EntryRow> getEntries() {
        return entries;
    }

    public List<CommentRow> getComments() {
        return comments;
    }

    public List<String> getStepTitles() {
        return steps.stream().map(step -> step.getTitle().in(here.getLanguage())).toList();
    }

    /** Where the path is, from 1. */
    public int getStep() {
        return 1 + steps.stream().map(ProcessStep::getCode).toList().indexOf(file.row().step());
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }
}
