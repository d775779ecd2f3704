package app.entente.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.UUID;

/** Lets work without a request (timers, start-up) run inside one workspace. A timer's callback already has a request scope, so the workspace is put back after each piece. */
@ApplicationScoped
public class InTenant {

    @Inject
    private CurrentTenant current;

    /** Runs the work inside that workspace; afterwards the scope is where it was. The work opens its own transaction. A request that may only read stays so. */
    @ActivateRequestContext
    public void run(UUID tenant, Runnable work) {
        boolean onlyHere = current.readOnly() && current.known() && current.id().equals(tenant);
        CurrentTenant.Place before = current.swap(new CurrentTenant.Place(tenant, onlyHere));
        try {
            work.run();
        } finally {
            current.swap(before);
        }
    }
}
