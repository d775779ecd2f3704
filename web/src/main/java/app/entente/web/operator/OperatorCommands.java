package app.entente.web.operator;

import app.entente.platform.StuckCommand;
import app.entente.platform.StuckCommands;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the outbox could not carry out so far, in all workspaces. */
@Named
@RequestScoped
public class OperatorCommands {

    @Inject
    private StuckCommands commands;
    @Inject
    private Messages msg;
    private List<StuckCommand> rows;

    @PostConstruct
    void read() {
        rows = commands.all(null);
    }

    /** Lets a parked command be tried again. */
    public String retry(StuckCommand command) {
        commands.retry(command.id());
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, msg.get("operator.done.retry"), null));
        return "/operator/commands?faces-redirect=true";
    }

    public List<StuckCommand> getRows() {
        return rows;
    }
}
