package app.entente.note;

import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.UUID;

/** Tells the audit trail that somebody writes on a draft: once a sitting, not once a save. */
@Stateless
@UseCases
public class Sittings {

    /** The first save after a quarter of an hour without one. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("note.written_on")
    public void saved(UUID entry) {
        // What there is to do is done by whoever keeps the trail.
    }
}
