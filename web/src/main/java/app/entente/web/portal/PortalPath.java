package app.entente.web.portal;

import app.entente.file.Paths;
import app.entente.file.StatementRow;
import app.entente.file.Statements;
import app.entente.practice.Practice;
import app.entente.practice.Practices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A client's own path, in plain words, and what was shared with them. */
@Named
@RequestScoped
public class PortalPath {

    @Inject
    private Paths paths;
    @Inject
    private Statements statements;
    @Inject
    private Practices practices;
    private List<Paths.Mine> mine;
    private List<StatementRow> shared;
    private Practice practice;

    @PostConstruct
    void load() {
        mine = paths.mine();
        shared = statements.mine();
        practice = practices.profile();
    }

    public List<Paths.Mine> getMine() {
        return mine;
    }

    /** What lies on the shared shelf, latest first. */
    public List<StatementRow> getShared() {
        return shared;
    }

    /** The practice, for the usual length of a whole path. */
    public Practice getPractice() {
        return practice;
    }
}
