package app.entente.member;

import app.entente.identity.Role;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Who sees what: the same for every workspace, and nothing of any of them. */
@Stateless
@PlatformUseCases
public class Openings {

    /** The roles of the table, in its order. */
    public static final List<String> ROLES = List.of(Role.PRACTITIONER, Role.ASSISTANT, Role.SUPERVISOR, Role.CLIENT);

    @Inject
    OpeningsTable read;

    /** A line for each thing that is done in a workspace, with how much of it each role may. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<Opening> table() {
        return read.table();
    }
}
