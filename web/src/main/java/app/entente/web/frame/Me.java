package app.entente.web.frame;

import app.entente.identity.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who is signed in, for pages: {@code me}. */
@Named
@RequestScoped
public class Me {

    @Inject
    private Caller caller;
    @Inject
    private jakarta.security.enterprise.SecurityContext security;

    /** This request's, for what is not made by CDI. */
    public static Me of(FacesContext context) {
        return Frame.of(context, Me.class);
    }

    public boolean isSignedIn() {
        return caller.signedIn();
    }

    /** The name they gave the identity provider, or their address: an account made from an invitation has no name. */
    public String getName() {
        return caller.name().isBlank() ? caller.email() : caller.name();
    }

    public String getEmail() {
        return caller.email();
    }

    public boolean isPractitioner() {
        return security.isCallerInRole("practitioner");
    }

    /** Whether they may open a page of this practice, given as {@code folder/page}. */
    public boolean may(String page) {
        return Rooms.open(page, caller.role());
    }

    /** Their first page in this practice, beginning with a slash. */
    public String getFirst() {
        return Rooms.first(caller.role());
    }

    public boolean isOperator() {
        return security.isCallerInRole("operator");
    }
}
