package app.entente.web.supervision;

import app.entente.file.CommentRow;
import app.entente.file.Supervision;
import app.entente.file.Supervisor;
import app.entente.kernel.Ids;
import app.entente.web.frame.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The part of a file's page that entrusts it to supervisors: {@code WEB-INF/includes/supervision.xhtml} with the parameter {@code file}. */
@Named
@RequestScoped
public class SupervisionCard {

    @Inject
    private Supervision supervision;
    @Inject
    private Messages messages;
    private final Map<UUID, List<Supervisor>> supervisors = new HashMap<>();
    private final Map<UUID, List<CommentRow>> comments = new HashMap<>();
    private String body;

    /** The supervisors of the workspace, and whether this file is named to each. */
    public List<Supervisor> of(Object file) {
        return supervisors.computeIfAbsent(id(file), supervision::supervisors);
    }

    /** What was written about it. */
    public List<CommentRow> comments(Object file) {
        return comments.computeIfAbsent(id(file), supervision::comments);
    }

    /** Names the file to a supervisor. */
    public String entrust(Object file, String membership) {
        supervision.entrust(id(file), Ids.parse(membership));
        return said("supervision.entrusted", file);
    }

    /** Takes the file back. */
    public String takeBack(Object file, String membership) {
        supervision.takeBack(id(file), Ids.parse(membership));
        return said("supervision.taken_back", file);
    }

    /** Answers. */
    public String comment(Object file) {
        supervision.comment(id(file), body);
        return said("supervision.commented", file);
    }

    private String said(String key, Object file) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, messages.get(key), null));
        return "/file/show?faces-redirect=true&tab=people&id=" + id(file);
    }

    private static UUID id(Object file) {
        return file instanceof UUID id ? id : Ids.parse(String.valueOf(file));
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }
}
