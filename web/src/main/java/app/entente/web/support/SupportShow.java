package app.entente.web.support;

import app.entente.support.OperatorName;
import app.entente.support.Support;
import app.entente.support.SupportRow;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Support access to this workspace: what is asked for, what lasts, what was. */
@Named
@RequestScoped
public class SupportShow {

    @Inject
    private Support support;
    @Inject
    private Messages messages;
    private List<SupportRow> rows;
    private List<OperatorName> operators;
    private String operator;
    private String reason;

    @PostConstruct
    void load() {
        rows = support.list();
        operators = support.operators();
    }

    /** Lets the operator look for thirty minutes. */
    public String accept(UUID id) {
        support.accept(id);
        return said("support.show.granted.now");
    }

    public String decline(UUID id) {
        support.decline(id);
        return said("support.show.declined");
    }

    public String revoke(UUID id) {
        support.revoke(id);
        return said("support.show.revoked");
    }

    /** Lets the chosen operator look, unasked. */
    public String grant() {
        support.grant(UUID.fromString(operator), reason);
        return said("support.show.granted.now");
    }

    private String said(String key) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.addMessage(null, new FacesMessage(messages.get(key)));
        context.getExternalContext().getFlash().setKeepMessages(true);
        return "/support/show?faces-redirect=true";
    }

    /** What waits for an answer. */
    public List<SupportRow> getAsked() {
        return rows.stream().filter(SupportRow::asked).toList();
    }

    /** What lasts at this moment. */
    public List<SupportRow> getActive() {
        return rows.stream().filter(SupportRow::active).toList();
    }

    /** What is over. */
    public List<SupportRow> getPast() {
        return rows.stream().filter(row -> !row.asked() && !row.active()).toList();
    }

    public List<OperatorName> getOperators() {
        return operators;
    }

    public String getOperator() {
        return operator;
    }

    public void setOperator(String operator) {
        this.operator = operator;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
