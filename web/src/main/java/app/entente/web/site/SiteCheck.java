package app.entente.web.site;

import app.entente.document.Checked;
import app.entente.document.Checks;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import org.omnifaces.cdi.Param;

/** The public check of a document, by its code, by the file, or by both. */
@Named
@RequestScoped
public class SiteCheck {

    private static final int MOST = 5_000_000;

    @Inject
    private Checks checks;
    @Inject
    private CheckTurns turns;
    @Inject
    private Messages msg;
    @Inject
    private HttpServletRequest request;
    @Inject
    @Param
    private String code;
    private Part file;
    private Checked checked;

    @PostConstruct
    void load() {
        if (code != null && !code.isBlank() && !FacesContext.getCurrentInstance().isPostback() && mayAsk()) {
            checked = checks.byCode(code);
        }
    }

    /** Checks what was given. */
    public void check() throws IOException {
        if (!mayAsk()) {
            return;
        }
        if (file == null || file.getSize() == 0) {
            if (code == null || code.isBlank()) {
                say("check.nothing");
            } else {
                checked = checks.byCode(code);
            }
        } else if (file.getSize() > MOST) {
            say("check.too_large");
        } else {
            checked = checks.byFile(file.getInputStream().readAllBytes(), code);
        }
    }

    private boolean mayAsk() {
        if (turns.take(request.getRemoteAddr())) {
            return true;
        }
        say("check.too_often");
        return false;
    }

    private void say(String key) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, msg.get(key), null));
    }

    public Checked getChecked() {
        return checked;
    }

    /** The verdict as a word of the bundle; of a genuine document that no longer stands, what became of it. */
    public String getVerdict() {
        boolean fallen = checked.verdict() == Checked.Verdict.GENUINE && !"valid".equals(checked.state());
        return fallen ? checked.state() : checked.verdict().name().toLowerCase(java.util.Locale.ROOT);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
