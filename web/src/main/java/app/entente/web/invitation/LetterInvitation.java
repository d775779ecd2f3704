package app.entente.web.invitation;

import app.entente.invitation.InvitationDoor;
import app.entente.invitation.Invitations;
import app.entente.invitation.SecondFact;
import app.entente.practice.Practices;
import app.entente.web.frame.Here;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.omnifaces.cdi.Param;

/** The page behind an invitation's link: one question, then what happens next. It says the same whether or not there is such a link. */
@Named
@RequestScoped
public class LetterInvitation {

    @Inject
    private Invitations invitations;
    @Inject
    private Practices practices;
    @Inject
    private Here here;
    @Inject
    private Messages messages;

    @Inject
    @Param(name = "t")
    private String token;
    @Inject
    @Param
    private String done;
    @Inject
    @Param
    private String tu;
    private LocalDate birthDate;
    private String word;
    private InvitationDoor door;
    private String who;

    /** Speaks as the relation does, from the first word on. */
    @PostConstruct
    public void open() {
        if (isDone()) {
            here.speakTo(null, tu != null);
        } else {
            here.speakTo(door().language(), door().tu());
        }
    }

    /** Takes the answer. */
    public String answer() {
        String said = isWordAsked() ? word : birthDate == null ? null : birthDate.toString();
        if (invitations.confirm(token, said)) {
            return "/letter/invitation?faces-redirect=true&done=yes" + (door().tu() ? "&tu=yes" : "");
        }
        FacesContext.getCurrentInstance().addMessage(null,
            new FacesMessage(FacesMessage.SEVERITY_ERROR, messages.of("invitation.visitor.refused", getWho()), null));
        return null;
    }

    private InvitationDoor door() {
        if (door == null) {
            door = invitations.door(token);
        }
        return door;
    }

    /** Who invites. */
    public String getWho() {
        if (who == null) {
            who = practices.profile().getLegalName();
        }
        return who;
    }

    public boolean isWordAsked() {
        return SecondFact.WORD.equals(door().factKind());
    }

    /** Whether an answer has just been taken; anybody may open this page, it says nothing of anybody. */
    public boolean isDone() {
        return done != null;
    }

    public LocalDate getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(LocalDate birthDate) {
        this.birthDate = birthDate;
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = word;
    }
}
