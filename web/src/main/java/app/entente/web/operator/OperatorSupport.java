package app.entente.web.operator;

import app.entente.support.SupportDesk;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The operator asks to be let into a workspace, and sees what became of it. */
@Named
@RequestScoped
public class OperatorSupport {

    @Inject
    private SupportDesk desk;
    @Inject
    private Messages messages;
    @Inject
    @Param(name = "workspace")
    private String slug;
    private String reason;
    private List<SupportDesk.Mine> rows;

    @PostConstruct
    void load() {
        rows = desk.mine();
    }

    /** Sends the request. */
    public String ask() {
        desk.ask(slug, reason);
        FacesContext context = FacesContext.getCurrentInstance();
        context.addMessage(null, new FacesMessage(messages.get("support.desk.sent")));
        context.getExternalContext().getFlash().setKeepMessages(true);
        return "/operator/support?faces-redirect=true";
    }

    public List<SupportDesk.Mine> getRows() {
        return rows;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
