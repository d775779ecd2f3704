package app.entente.web.operator;

import app.entente.kernel.Bilingual;
import app.entente.platform.PlanRow;
import app.entente.platform.Plans;
import app.entente.web.frame.Messages;
import app.entente.workspace.Quota;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** What the platform offers, and one of it to be changed or added. */
@Named
@RequestScoped
public class OperatorPlans {

    private static final long MEGABYTE = 1_048_576;

    @Inject
    private Plans plans;
    @Inject
    private Messages msg;
    @Inject
    @Param
    private String code;
    @Inject
    @Param
    private Integer version;
    private List<PlanRow> rows;
    private PlanRow chosen;
    private String word;
    private String nameFr;
    private String nameEn;
    private Integer clients;
    private Long megabytes;
    private Integer mails;

    @PostConstruct
    void read() {
        rows = plans.all();
        chosen = rows.stream().filter(row -> row.code().equals(code)).findFirst().orElse(null);
        if (chosen != null) {
            word = chosen.code();
            nameFr = chosen.name().getFr();
            nameEn = chosen.name().getEn();
            clients = chosen.quota().clients();
            megabytes = chosen.quota().storage() == null ? null : chosen.quota().storage() / MEGABYTE;
            mails = chosen.quota().mails();
        }
    }

    /** Changes the chosen plan, or adds one. */
    public String save() {
        plans.change(chosen == null ? word : chosen.code(), new Bilingual(nameFr, nameEn),
            new Quota(clients, megabytes == null ? null : Long.valueOf(megabytes * MEGABYTE), mails), version == null ? getVersion() : version);
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, msg.get("operator.done.plan"), null));
        return "/operator/plans?faces-redirect=true";
    }

    public List<PlanRow> getRows() {
        return rows;
    }

    public PlanRow getChosen() {
        return chosen;
    }

    public int getVersion() {
        return chosen == null ? 0 : chosen.version();
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = word;
    }

    public String getNameFr() {
        return nameFr;
    }

    public void setNameFr(String nameFr) {
        this.nameFr = nameFr;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
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
