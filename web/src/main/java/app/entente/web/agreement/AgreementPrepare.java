package app.entente.web.agreement;

import app.entente.agreement.AgreementForm;
import app.entente.agreement.Agreements;
import app.entente.agreement.TemplateContent.Clause;
import app.entente.agreement.TemplateContent.Variable;
import app.entente.catalogue.Approach;
import app.entente.catalogue.Catalogue;
import app.entente.file.Files;
import app.entente.kernel.Ids;
import app.entente.kernel.NotFound;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.web.frame.Here;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** The form of a draft. Amounts are typed in major units and kept in minor ones. */
@Named
@RequestScoped
public class AgreementPrepare {

    @Inject
    private Agreements agreements;
    @Inject
    private Practices practices;
    @Inject
    private Catalogue catalogue;
    @Inject
    private Files files;
    @Inject
    private Here here;
    @Inject
    private Messages msg;
    @Inject
    @Param
    private String id;
    @Inject
    @Param
    private Integer version;
    private AgreementForm form;
    private Map<String, String> values;
    private String service;
    private List<String> approaches;
    private List<String> leftOut;
    private List<Service> services;
    private List<Approach> allApproaches;
    private String clientName;

    @PostConstruct
    void load() {
        form = agreements.form(Ids.parse(id), here.getLanguage());
        if (!form.agreement().isDraft()) {
            throw new NotFound();
        }
        values = new LinkedHashMap<>(form.values());
        form.content().variables().stream().filter(v -> "money".equals(v.kind()) && !values.get(v.code()).isBlank())
            .forEach(v -> values.put(v.code(), amount(values.get(v.code()))));
        service = form.agreement().getServiceId() == null ? null : form.agreement().getServiceId().toString();
        approaches = new ArrayList<>(form.agreement().getApproaches());
        leftOut = new ArrayList<>(form.agreement().getLeftOut());
        services = practices.services();
        allApproaches = catalogue.approaches();
        clientName = files.client(form.agreement().getFileId()).getName();
    }

    /** Saves and stays. */
    public String save() {
        return keep() ? "/agreement/prepare?faces-redirect=true&id=" + id : null;
    }

    /** Saves and shows the text as it would be sent. */
    public String read() {
        return keep() ? "/agreement/preview?faces-redirect=true&id=" + id : null;
    }

    /** Minor units as an amount to type over: with a comma in French. */
    private String amount(String minor) {
        String plain = new BigDecimal(minor).movePointLeft(2).toPlainString();
        return "en".equals(here.getLanguage()) ? plain : plain.replace('.', ',');
    }

    private boolean keep() {
        Map<String, String> kept = new LinkedHashMap<>(values);
        for (Variable variable : form.content().variables()) {
            String value = kept.get(variable.code());
            if ("money".equals(variable.kind()) && value != null && !value.isBlank()) {
                try {
                    kept.put(variable.code(), new BigDecimal(value.strip().replace("\u00A0", "").replace("\u202F", "").replace(',', '.'))
                        .movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).toPlainString());
                } catch (ArithmeticException | NumberFormatException e) {
                    FacesContext.getCurrentInstance().addMessage("prepare:v_" + variable.code(),
                        new FacesMessage(FacesMessage.SEVERITY_ERROR, msg.get("agreement.prepare.amount"), null));
                    return false;
                }
            }
        }
        agreements.prepare(form.agreement().getId(), version == null ? form.agreement().getVersion() : version, kept,
            service == null || service.isBlank() ? null : UUID.fromString(service), approaches, leftOut);
        return true;
    }

    /** The groups of the form, in the order of the template. */
    public List<String> getGroups() {
        return form.content().variables().stream().map(Variable::group).distinct().toList();
    }

    /** The variables of a group. */
    public List<Variable> in(String group) {
        return form.content().variables().stream().filter(v -> v.group().equals(group)).toList();
    }

    public AgreementForm getForm() {
        return form;
    }

    public int getVersion() {
        return version == null ? form.agreement().getVersion() : version;
    }

    public Map<String, String> getValues() {
        return values;
    }

    public List<Service> getServices() {
        return services;
    }

    public List<Approach> getAllApproaches() {
        return allApproaches;
    }

    public List<Clause> getOptionalClauses() {
        return form.optionalClauses();
    }

    public String getClientName() {
        return clientName;
    }

    public String getService() {
        return service;
    }

    public void setService(String service) {
        this.service = service;
    }

    public List<String> getApproaches() {
        return approaches;
    }

    public void setApproaches(List<String> approaches) {
        this.approaches = approaches;
    }

    public List<String> getLeftOut() {
        return leftOut;
    }

    public void setLeftOut(List<String> leftOut) {
        this.leftOut = leftOut;
    }
}
