package app.entente.web.operator;

import app.entente.kernel.Ids;
import app.entente.platform.PlanRow;
import app.entente.platform.Plans;
import app.entente.platform.RequestDesk;
import app.entente.platform.RequestRow;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** One request for a workspace, to be approved or refused. */
@Named
@RequestScoped
public class OperatorRequest {

    @Inject
    private RequestDesk desk;
    @Inject
    private Plans plans;
    @Inject
    private Messages msg;
    @Inject
    @Param
    private String id;
    private RequestRow request;
    private List<PlanRow> offered;
    private String slug;
    private String plan = "solo";
    private String reason;

    @PostConstruct
    void read() {
        request = desk.find(Ids.parse(id));
        offered = plans.all();
        slug = request.open() ? desk.proposedSlug(request.id()) : "";
    }

    /** Opens a workspace for it. */
    public String approve() {
        UUID workspace = desk.approve(request.id(), slug, plan);
        return done("operator.done.approve", "/operator/workspace?faces-redirect=true&id=" + workspace);
    }

    /** Declines it. */
    public String refuse() {
        desk.refuse(request.id(), reason);
        return done("operator.done.refuse", "/operator/requests?faces-redirect=true");
    }

    private String done(String key, String outcome) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, msg.get(key), null));
        return outcome;
    }

    public RequestRow getRequest() {
        return request;
    }

    public List<PlanRow> getOffered() {
        return offered;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getPlan() {
        return plan;
    }

    public void setPlan(String plan) {
        this.plan = plan;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
