package app.entente.web.frame;

import app.entente.identity.Caller;
import jakarta.enterprise.context.RequestScoped;
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

    public boolean isSignedIn() {
        return caller.signedIn();
    }

    public String getName() {
        return caller.name();
    }

    public String getEmail() {
        return caller.email();
    }

    public boolean isPractitioner() {
        return security.isCallerInRole("practitioner");
    }

    public boolean isOperator() {
        return security.isCallerInRole("operator");
    }
}
