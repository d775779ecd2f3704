package app.entente.web.site;

import app.entente.platform.RequestForm;
import app.entente.platform.Requests;
import app.entente.web.frame.Here;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.omnifaces.cdi.Param;

/** Somebody asks for a workspace. The answer is the same for every address. */
@Named
@RequestScoped
public class SiteRequest {

    /** Nobody reads and fills in this page faster. */
    private static final long FEWEST_MILLIS = 4_000;
    private static final long MOST_MILLIS = 24 * 3_600_000L;

    @Inject
    private Requests requests;
    @Inject
    private RequestTurns turns;
    @Inject
    private Here here;
    @Inject
    private Messages msg;
    @Inject
    private HttpServletRequest request;
    @Inject
    private Clock clock;
    @Inject
    @Param
    private String done;
    private final RequestForm form = new RequestForm();
    private String website;
    private long since;

    @PostConstruct
    void begin() {
        form.setLanguage(here.getLanguage());
        since = clock.millis();
    }

    /** Sends it. What no person fills in is taken without a word and forgotten. */
    public String send() {
        long taken = clock.millis() - since;
        if (taken < FEWEST_MILLIS || taken > MOST_MILLIS) {
            since = clock.millis();
            return say("site.request.too_fast");
        }
        if (!turns.take(request.getRemoteAddr())) {
            return say("site.request.too_often");
        }
        if (website == null || website.isBlank()) {
            requests.ask(form);
        }
        return "/site/request?faces-redirect=true&done=yes";
    }

    private String say(String key) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, msg.get(key), null));
        return null;
    }

    public boolean isDone() {
        return done != null;
    }

    public RequestForm getForm() {
        return form;
    }

    /** A field that people do not see. */
    public String getWebsite() {
        return website;
    }

    public void setWebsite(String website) {
        this.website = website;
    }

    /** When the page was shown, milliseconds. */
    public long getSince() {
        return since;
    }

    public void setSince(long since) {
        this.since = since;
    }
}
