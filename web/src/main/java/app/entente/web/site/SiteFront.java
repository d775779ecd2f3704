package app.entente.web.site;

import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The front page of the platform. */
@Named
@RequestScoped
public class SiteFront {

    @Inject
    private Workspaces workspaces;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    private String baseUrl;
    private List<Workspace> practices;

    @PostConstruct
    void read() {
        practices = workspaces.open();
    }

    /** Practices that anybody may visit. */
    public List<Workspace> getPractices() {
        return practices;
    }

    /** The address of this page that search engines shall keep. */
    public String getCanonical() {
        return baseUrl + "/";
    }
}
