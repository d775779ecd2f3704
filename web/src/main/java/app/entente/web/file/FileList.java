package app.entente.web.file;

import app.entente.file.FileRow;
import app.entente.file.Files;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The client files, found by words in a name or a reference. */
@Named
@RequestScoped
public class FileList {

    @Inject
    private Files files;
    @Inject
    @Param
    private String q;
    private List<FileRow> rows;

    @PostConstruct
    void load() {
        rows = files.page(q);
    }

    public List<FileRow> getRows() {
        return rows;
    }

    public String getQ() {
        return q;
    }
}
