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

    /** Runs the work inside that workspace; afterwards the scope is where it was. The work opens its own transaction. */
    @ActivateRequestContext
    public void run(UUID tenant, Runnable work) {
        UUID before = current.swap(tenant);
        try {
            work.run();
        } finally {
            current.swap(before);
        }
    }
}
