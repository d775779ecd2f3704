package app.entente.web.support;

import app.entente.support.Support;
import app.entente.support.SupportRow;
import app.entente.web.frame.Me;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** What every page of the practice says while somebody of the platform may look, or asks to. */
@Named
@RequestScoped
public class SupportNotice {

    @Inject
    private Support support;
    @Inject
    private Me me;
    @Inject
    private Messages messages;
    private List<SupportRow> pending;

    @PostConstruct
    void load() {
        pending = me.isPractitioner() ? support.pending() : List.of();
    }

    /** Ends it from the next click on. */
    public String revoke(UUID id) {
        support.revoke(id);
        FacesContext context = FacesContext.getCurrentInstance();
        context.addMessage(null, new FacesMessage(messages.get("support.show.revoked")));
        context.getExternalContext().getFlash().setKeepMessages(true);
        return "/support/show?faces-redirect=true";
    }

    public List<SupportRow> getPending() {
        return pending;
    }
}
