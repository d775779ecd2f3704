package app.entente.workspace;

import app.entente.identity.Accounts;
import app.entente.identity.Seat;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Who comes to which workspace: asked on each request, in one call and one transaction. */
@Stateless
@PlatformUseCases
public class Arrivals {

    @Inject
    Workspaces workspaces;
    @Inject
    Accounts accounts;

    /**
     * Somebody at an address.
     *
     * @param workspace null outside workspaces, and where the address names none
     * @param seat what the account is there; null when nobody is signed in
     */
    public record Arrival(Workspace workspace, Seat seat) {
    }

    /**
     * An arrival. Whoever has no account, or comes to no place, is told nothing of it.
     *
     * @param slug the workspace's word in the address; null when it names none
     * @param sid the provider's session; null when it named none
     * @param account null when nobody is signed in
     */
    @PermitAll
    public Arrival at(String slug, String sid, UUID account) {
        Workspace workspace = slug == null ? null : workspaces.find(slug);
        return new Arrival(workspace, account == null ? null : accounts.seatAt(sid, account, workspace == null ? null : workspace.getId()));
    }
}
