package app.entente.web.note;

import app.entente.assessment.Assessments;
import app.entente.file.FileRow;
import app.entente.file.Files;
import app.entente.kernel.Ids;
import app.entente.note.Entries;
import app.entente.note.EntryRow;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** What is written in a file; the kind comes from the address. */
@Named
@RequestScoped
public class NoteList {

    private static final Set<String> KINDS = Set.of("note", "assessment", "closing");

    @Inject
    private Entries entries;
    @Inject
    private Assessments assessments;
    @Inject
    private Files files;
    @Inject
    private Here here;
    @Inject
    private HttpServletRequest request;
    private FileRow file;
    private String kind;
    private List<EntryRow> rows;
    private boolean open;
    private boolean assessing;

    @PostConstruct
    void load() {
        file = files.row(files.find(Ids.parse(request.getParameter("file"))).getId());
        String asked = request.getParameter("kind");
        kind = asked != null && KINDS.contains(asked) ? asked : "";
        rows = entries.ofFile(file.id(), kind);
        open = "open".equals(file.status());
        assessing = assessments.offered();
    }

    public FileRow getFile() {
        return file;
    }

    /** The kind that is shown; empty for all. */
    public String getKind() {
        return kind;
    }

    public List<EntryRow> getRows() {
        return rows;
    }

    /** Whether the file is still open, so that it may be closed. */
    public boolean isOpen() {
        return open;
    }

    /** Whether this practice writes assessments. */
    public boolean isAssessing() {
        return assessing;
    }

    /** What a row is called. */
    public String title(EntryRow row) {
        return row.title() == null ? entries.kind(row.kind()).title(here.getLocale()) : row.title();
    }
}
