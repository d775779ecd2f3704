package app.entente.web.note;

import app.entente.note.Notes;
import app.entente.note.SharedStatement;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the practitioner shares of the notes with a client. */
@Named
@RequestScoped
public class PortalShared {

    @Inject
    private Notes notes;
    private List<SharedStatement> statements;

    @PostConstruct
    void load() {
        statements = notes.sharedWithMe();
    }

    public List<SharedStatement> getStatements() {
        return statements;
    }
}
