package app.entente.web.archive;

import app.entente.archive.CellError;
import app.entente.archive.Import;
import app.entente.archive.Imports;
import app.entente.archive.Preview;
import app.entente.archive.Twin;
import app.entente.kernel.Ids;
import app.entente.web.frame.Here;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;

/** The dry run of a file: what would become of each row. */
@Named
@RequestScoped
public class ArchivePreview {

    private static final int SHOWN = 200;

    @Inject
    private Imports imports;
    @Inject
    private Messages messages;
    @Inject
    private Here here;
    @Inject
    @Param
    private String id;
    private Import file;
    private Preview preview;
    private final Map<Integer, Boolean> anew = new HashMap<>();

    @PostConstruct
    void load() {
        file = imports.find(Ids.parse(id));
        preview = file.isMapped() ? imports.preview(file.getId()) : new Preview(0, 0, 0, List.of(), List.of(), null);
    }

    /** An address kept from before or after: leads to where the file goes on. */
    public void goOn() throws IOException {
        if (!file.isMapped()) {
            String page = file.isBegun() || "expired".equals(file.getStatus()) ? "show" : "mapping";
            FacesContext.getCurrentInstance().getExternalContext().redirect(here.getPath() + "/archive/" + page + "?id=" + file.getId());
        }
    }

    /** Hands the file to the worker. */
    public String start() {
        Set<Integer> lines = anew.entrySet().stream().filter(entry -> Boolean.TRUE.equals(entry.getValue())).map(Map.Entry::getKey).collect(Collectors.toSet());
        imports.start(file.getId(), lines);
        return "/archive/show?faces-redirect=true&id=" + file.getId();
    }

    /** Why a row cannot be taken over, as a sentence. */
    public String sentence(CellError error) {
        return error.code().startsWith("archive.") && error.arguments().isEmpty() ? messages.fill(error.code(), error.value())
            : messages.fill(error.code(), error.arguments().toArray());
    }

    public Import getFile() {
        return file;
    }

    public Preview getPreview() {
        return preview;
    }

    public List<CellError> getErrors() {
        return preview.errors().subList(0, Math.min(SHOWN, preview.errors().size()));
    }

    public List<Twin> getTwins() {
        return preview.twins().subList(0, Math.min(SHOWN, preview.twins().size()));
    }

    /** How many errors and doubles there are beyond those shown. */
    public int getBeyond() {
        return Math.max(0, preview.errors().size() - SHOWN) + Math.max(0, preview.twins().size() - SHOWN);
    }

    /** Whether there may be anything to take over. */
    public boolean isStartable() {
        return preview.ready() + preview.twins().size() > 0;
    }

    /** The doubles that are taken over all the same, by row. */
    public Map<Integer, Boolean> getAnew() {
        return anew;
    }
}
