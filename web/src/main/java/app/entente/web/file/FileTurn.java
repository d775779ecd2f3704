package app.entente.web.file;

import app.entente.agreement.Agreements;
import app.entente.file.FileLife;
import app.entente.file.Files;
import app.entente.file.Paths;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What is done to a file from its page: a step on its path, another episode, how long it is kept. */
@Named
@RequestScoped
public class FileTurn {

    @Inject
    private FileShow shown;
    @Inject
    private Agreements agreementsOf;
    @Inject
    private Files files;
    @Inject
    private Paths paths;
    @Inject
    private FileLife life;
    private String step;
    private String reason;
    private String typed;
    private String method;

    /** Begins an agreement and shows its form. */
    public String prepareAgreement() {
        return "/agreement/prepare?faces-redirect=true&id=" + agreementsOf.draft(shown.getFile().getId());
    }

    /** Takes the path to the step that was chosen. */
    public String move() {
        paths.move(shown.getFile().getId(), step, reason);
        return again("path");
    }

    /** Takes the path to the step that comes next. */
    public String goOn() {
        paths.move(shown.getFile().getId(), shown.getNext().code(), null);
        return again("path");
    }

    /** Begins another episode. */
    public String reopen() {
        files.reopen(shown.getFile().getId());
        return again("path");
    }

    /** Keeps the file beyond its time. */
    public String hold() {
        life.hold(shown.getFile().getId(), reason);
        return again("keeping");
    }

    /** Lets the law alone decide. */
    public String release() {
        life.release(shown.getFile().getId());
        return again("keeping");
    }

    /** Destroys the file. */
    public String destroy() {
        life.destroy(shown.getFile().getId(), typed, method);
        return again("keeping");
    }

    private String again(String where) {
        return "/file/show?faces-redirect=true&id=" + shown.getFile().getId() + "&tab=" + where;
    }

    public String getTarget() {
        return step;
    }

    public void setTarget(String code) {
        this.step = code;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }
}
