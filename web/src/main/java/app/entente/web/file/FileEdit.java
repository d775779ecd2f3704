package app.entente.web.file;

import app.entente.file.Files;
import app.entente.kernel.Ids;
import app.entente.person.Person;
import app.entente.person.PersonDetails;
import app.entente.web.frame.Asked;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Corrects what is written about the client of a file. */
@Named
@RequestScoped
public class FileEdit {

    @Inject
    private Files files;
    @Inject
    private HttpServletRequest request;
    private String id;
    private PersonDetails details;
    private int shown;

    @PostConstruct
    void load() {
        id = request.getParameter("id");
        Person client = files.client(Ids.parse(id));
        details = client.getDetails();
        shown = Asked.number(request, "version", client.getVersion(), Integer.MAX_VALUE);
    }

    /** Replaces the details and shows the file. */
    public String save() {
        files.correctClient(Ids.parse(id), details, shown);
        return "/file/show?faces-redirect=true&id=" + id;
    }

    public String getId() {
        return id;
    }

    public int getVersion() {
        return shown;
    }

    public PersonDetails getDetails() {
        return details;
    }
}
