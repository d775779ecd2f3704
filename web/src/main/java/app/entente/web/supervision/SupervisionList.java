package app.entente.web.supervision;

import app.entente.file.EntrustedFile;
import app.entente.file.Supervision;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The files that are named to the signed-in supervisor. */
@Named
@RequestScoped
public class SupervisionList {

    @Inject
    private Supervision supervision;
    private List<EntrustedFile> rows;

    @PostConstruct
    void read() {
        rows = supervision.mine();
    }

    public List<EntrustedFile> getRows() {
        return rows;
    }
}
