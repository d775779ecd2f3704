package app.entente.tenant;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The workspace this request (or this piece of background work) is for. It comes from the address of the request and from nowhere else. */
@RequestScoped
public class CurrentTenant {

    private UUID id;

    /**
     * The workspace.
     *
     * @throws IllegalStateException when the request names none
     */
    public UUID id() {
        if (id == null) {
            throw new IllegalStateException("no workspace in this request");
        }
        return id;
    }

    /** Whether the request names a workspace. */
    public boolean known() {
        return id != null;
    }

    /**
     * Says which workspace the request is for; once.
     *
     * @throws IllegalStateException when another one was named before
     */
    public void enter(UUID tenant) {
        if (id != null && !id.equals(tenant)) {
            throw new IllegalStateException("a request stays in its workspace");
        }
        id = tenant;
    }

    /** For background work only, where one scope may serve several workspaces in turn. */
    UUID swap(UUID tenant) {
        UUID before = id;
        id = tenant;
        return before;
    }
}
