package app.entente.web.member;

import app.entente.member.JoiningDoor;
import app.entente.member.Members;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.omnifaces.cdi.Param;

/** The page behind a member's link: what one is asked, and the way to the sign-in. */
@Named
@RequestScoped
public class LetterJoining {

    @Inject
    private Members members;
    @Inject
    private Here here;
    @Inject
    @Param(name = "t")
    private String token;
    @Inject
    @Param
    private String written;
    private JoiningDoor door;

    /** Speaks the language of the invitation. */
    @PostConstruct
    public void open() {
        door = members.door(token);
        here.speakTo(door.language(), false);
    }

    /** Goes on: to the sign-in, or to the mailbox when a password has to be chosen first. */
    public String follow() throws IOException {
        if (members.follow(token)) {
            return "/letter/joining?faces-redirect=true&written=yes&t=" + token;
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect("/places");
        return null;
    }

    public JoiningDoor getDoor() {
        return door;
    }

    /** Whether the provider has just been asked to write. */
    public boolean isWritten() {
        return written != null && door.open();
    }
}
