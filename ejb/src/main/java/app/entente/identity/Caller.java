package app.entente.identity;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.UUID;

/** The signed-in person behind this request, as the identity provider and the request say; empty for a visitor. */
@RequestScoped
public class Caller {

    private Login login;
    private UUID accountId;
    private UUID personId;
    private String role = "";
    private String address = "";
    private String device = "";

    /** Fills in who it is; done once by the sign-in mechanism. */
    public void is(Login login, UUID accountId, UUID personId) {
        this.login = login;
        this.accountId = accountId;
        this.personId = personId;
    }

    /** Says in which of the place's roles ({@link Role}) they act; done once by the sign-in mechanism. */
    public void actsAs(String role) {
        this.role = role;
    }

    /** Fills in from where; done once by the sign-in mechanism. */
    public void comesFrom(String address, String device) {
        this.address = address;
        this.device = device;
    }

    public boolean signedIn() {
        return login != null;
    }

    /** The person's account; null for a visitor. */
    public UUID accountId() {
        return accountId;
    }

    /** In a client's portal: the person of this workspace that the account is; null elsewhere. */
    public UUID personId() {
        return personId;
    }

    /** Which of the place's roles they act in; empty where they have none. */
    public String role() {
        return role;
    }

    /** Whether the person is looking at the workspace as somebody who works in it. */
    public boolean worksHere() {
        return Role.PRACTITIONER.equals(role) || Role.ASSISTANT.equals(role) || Role.SUPERVISOR.equals(role);
    }

    /** Subject at the identity provider; null for a visitor. */
    public String subject() {
        return login == null ? null : login.subject();
    }

    /** Session at the identity provider. */
    public String sessionId() {
        return login == null ? null : login.sessionId();
    }

    /** When the person last proved who they are, UTC. */
    public Instant authenticatedAt() {
        return login == null ? null : login.authenticatedAt();
    }

    /** Level of that proof: {@code login} or {@code signature}. */
    public String level() {
        return login == null ? null : login.level();
    }

    /** Name the person gave the identity provider. */
    public String name() {
        return login == null ? "" : login.name();
    }

    public String email() {
        return login == null ? "" : login.email();
    }

    /** Address of the request's other end. */
    public String address() {
        return address;
    }

    /** What the browser says of itself. */
    public String device() {
        return device;
    }
}
