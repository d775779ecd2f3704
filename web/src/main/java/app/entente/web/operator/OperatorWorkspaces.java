package app.entente.web.operator;

import app.entente.workspace.Platform;
import app.entente.workspace.WorkspaceRow;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The operator's list of workspaces. */
@Named
@RequestScoped
public class OperatorWorkspaces {

    @Inject
    private Platform platform;
    private List<WorkspaceRow> rows;

    @PostConstruct
    void read() {
        rows = platform.workspaces();
    }

    public List<WorkspaceRow> getRows() {
        return rows;
    }
}
