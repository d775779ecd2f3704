package app.entente.web.practice;

import app.entente.practice.Practice;
import app.entente.practice.PracticeText;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.web.frame.Fmt;
import app.entente.workspace.Plan;
import app.entente.workspace.Quota;
import app.entente.workspace.Quotas;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The practice's settings, as facts. */
@Named
@RequestScoped
public class PracticeShow {

    @Inject
    private Practices practices;
    @Inject
    private Fmt fmt;
    @Inject
    private Quotas quotas;
    private Quota quota;
    private Plan plan;
    private Practice profile;
    private List<Service> services;
    private List<PracticeText> texts;

    @PostConstruct
    void read() {
        profile = practices.profile();
        services = practices.services();
        texts = practices.texts();
        quota = quotas.here();
        plan = quotas.plan();
    }

    /** What is still to be told, as words of the bundle. */
    public List<String> getMissing() {
        return profile.missing();
    }

    /** How much the workspace may hold. */
    public Quota getQuota() {
        return quota;
    }

    public Plan getPlan() {
        return plan;
    }

    public Practice getProfile() {
        return profile;
    }

    public List<Service> getServices() {
        return services;
    }

    /** The mention of taxes that goes with every price. */
    public String getTax() {
        return texts.stream().filter(text -> "tax".equals(text.getPart())).map(text -> fmt.text(text.getText())).findFirst().orElse("");
    }
}
