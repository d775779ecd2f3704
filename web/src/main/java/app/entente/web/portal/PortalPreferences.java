package app.entente.web.portal;

import app.entente.file.ParticipantRow;
import app.entente.file.Participants;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.person.Preferences;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** What a client chooses for themselves: language, tu or vous, reminders; a young person also chooses whether a parent may come in. */
@Named
@RequestScoped
public class PortalPreferences {

    @Inject
    private People people;
    @Inject
    private Participants participants;
    @Inject
    private Messages messages;
    private String language;
    private String form;
    private boolean reminders;
    private List<ParticipantRow> parents;

    @PostConstruct
    void load() {
        Person me = people.myself();
        language = me.getLanguage();
        form = me.getDetails().getAddressForm();
        reminders = me.getDetails().isReminders();
        parents = participants.myParents();
    }

    /** Takes the choice over. */
    public String save() {
        people.choose(new Preferences(language, form, reminders));
        return kept();
    }

    /** Lets a parent in, or no longer. */
    public String grant(UUID participant, boolean in) {
        participants.grant(participant, in);
        return kept();
    }

    private String kept() {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, messages.get("portal.preferences.kept"), null));
        return "/portal/preferences?faces-redirect=true";
    }

    /** The parents whom the young person may let in; empty for everybody else. */
    public List<ParticipantRow> getParents() {
        return parents;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getForm() {
        return form;
    }

    public void setForm(String form) {
        this.form = form;
    }

    public boolean isReminders() {
        return reminders;
    }

    public void setReminders(boolean reminders) {
        this.reminders = reminders;
    }
}
