package app.entente.web.operator;

import app.entente.kernel.Ids;
import app.entente.platform.Erasing;
import app.entente.platform.Operating;
import app.entente.platform.PlanRow;
import app.entente.platform.Plans;
import app.entente.platform.PlatformEntry;
import app.entente.platform.StuckCommand;
import app.entente.platform.StuckCommands;
import app.entente.platform.WorkspaceSheet;
import app.entente.web.frame.Messages;
import app.entente.workspace.Quota;
import app.entente.workspace.Stage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** One workspace on the operator's desk: usage, life, plan, troubles, and what was done. */
@Named
@RequestScoped
public class OperatorWorkspace {

    private static final long MEGABYTE = 1_048_576;

    @Inject
    private Operating operating;
    @Inject
    private Erasing erasing;
    @Inject
    private Plans plans;
    @Inject
    private StuckCommands commands;
    @Inject
    private Messages msg;
    @Inject
    private Clock clock;
    @Inject
    @Param
    private String id;
    @Inject
    @Param
    private Integer version;
    private UUID workspace;
    private WorkspaceSheet sheet;
    private List<PlatformEntry> events;
    private List<StuckCommand> stuck;
    private List<PlanRow> offered;
    private String reason;
    private int graceDays = Operating.GRACE_DAYS;
    private String typed;
    private boolean handedOver;
    private String plan;
    private Integer clients;
    private Long megabytes;
    private Integer mails;

    @PostConstruct
    void read() {
        workspace = Ids.parse(id);
        sheet = operating.find(workspace);
        events = operating.events(workspace);
        stuck = commands.all(workspace);
        offered = plans.all();
        plan = sheet.plan();
        clients = sheet.own().clients();
        megabytes = sheet.own().storage() == null ? null : sheet.own().storage() / MEGABYTE;
        mails = sheet.own().mails();
    }

    /** Makes it read-only. */
    public String suspend() {
        return take(Stage.Step.SUSPEND);
    }

    /** Lets it work again. */
    public String resume() {
        return take(Stage.Step.RESUME);
    }

    /** Begins the grace. */
    public String close() {
        return take(Stage.Step.CLOSE);
    }

    /** Takes the closing back. */
    public String reopen() {
        return take(Stage.Step.REOPEN);
    }

    private String take(Stage.Step step) {
        operating.take(workspace, step, reason, graceDays);
        return done("operator.done." + step.word());
    }

    /** Ends it for good. */
    public String erase() {
        erasing.erase(workspace, typed, handedOver);
        return done("operator.done.erase");
    }

    /** Gives it a plan and limits of its own. */
    public String choosePlan() {
        operating.choosePlan(workspace, plan, new Quota(clients, megabytes == null ? null : Long.valueOf(megabytes * MEGABYTE), mails),
            version == null ? sheet.version() : version);
        return done("operator.done.plan");
    }

    /** Has it counted now. */
    public String recount() {
        operating.recount(workspace);
        return done("operator.done.recount");
    }

    /** Lets a parked command be tried again. */
    public String retry(StuckCommand command) {
        commands.retry(command.id());
        return done("operator.done.retry");
    }

    /** Sends the certificate. */
    public void certificate() throws IOException {
        byte[] pdf = erasing.certificate(workspace);
        if (pdf == null) {
            FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, msg.get("operator.workspace.certificate.waits"), null));
        } else {
            Faces.sendFile(pdf, "certificate-" + workspace + ".pdf", true);
        }
    }

    private String done(String key) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, msg.get(key), null));
        return "/operator/workspace?faces-redirect=true&id=" + workspace;
    }

    public String getId() {
        return workspace.toString();
    }

    public WorkspaceSheet getSheet() {
        return sheet;
    }

    /** How full, in hundredths of the quota. */
    public int percent(long used, Number limit) {
        return Quota.percent(used, limit);
    }

    /** Whether the grace is over. */
    public boolean isErasable() {
        return sheet.closingUntil() != null && !sheet.closingUntil().isAfter(clock.instant());
    }

    public List<PlatformEntry> getEvents() {
        return events;
    }

    public List<StuckCommand> getStuck() {
        return stuck;
    }

    public List<PlanRow> getOffered() {
        return offered;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public int getGraceDays() {
        return graceDays;
    }

    public void setGraceDays(int graceDays) {
        this.graceDays = graceDays;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }

    public boolean isHandedOver() {
        return handedOver;
    }

    public void setHandedOver(boolean handedOver) {
        this.handedOver = handedOver;
    }

    public String getPlan() {
        return plan;
    }

    public void setPlan(String plan) {
        this.plan = plan;
    }

    public Integer getClients() {
        return clients;
    }

    public void setClients(Integer clients) {
        this.clients = clients;
    }

    public Long getMegabytes() {
        return megabytes;
    }

    public void setMegabytes(Long megabytes) {
        this.megabytes = megabytes;
    }

    public Integer getMails() {
        return mails;
    }

    public void setMails(Integer mails) {
        this.mails = mails;
    }
}
