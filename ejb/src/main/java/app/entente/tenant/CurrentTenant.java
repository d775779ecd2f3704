package app.entente.tenant;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The workspace this request (or this piece of background work) is for. It comes from the address of the request and from nowhere else. */
@RequestScoped
public class CurrentTenant {

    private UUID id;
    private boolean readOnly;

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

    /** From here on this request changes nothing in its workspace: it is not open, or the caller was let in only to look. Not to be undone. */
    public void onlyRead() {
        readOnly = true;
    }

    /** Whether this request may change nothing in its workspace. */
    public boolean readOnly() {
        return readOnly;
    }

    /** For background work only, where one scope may serve several workspaces in turn; none of them is read-only for it. */
    Place swap(Place other) {
        Place before = new Place(id, readOnly);
        id = other.id();
        readOnly = other.readOnly();
        return before;
    }

    /** A workspace and whether nothing may be changed there. */
    record Place(UUID id, boolean readOnly) {
    }
}
