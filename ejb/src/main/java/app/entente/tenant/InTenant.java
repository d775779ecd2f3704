package app.entente.tenant;

import app.entente.kernel.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets work without a request (timers, start-up) run inside one workspace. A timer's callback already has a request scope, so the workspace is put back after each piece. */
@ApplicationScoped
public class InTenant {

    private static final Logger LOG = Logger.getLogger(InTenant.class.getName());

    @Inject
    private CurrentTenant current;
    @Inject
    private Waiting waiting;

    /**
     * Runs the work on every row that waits now, each in its workspace. One that fails is told to the log and holds up no other; it is there again the next time.
     *
     * @param function see {@link Waiting#due}
     * @param kind     what a row is, for the log, e.g. {@code mail}
     */
    @ActivateRequestContext
    public void each(String function, String kind, Consumer<UUID> work) {
        for (Waiting.Due due : waiting.due(function)) {
            run(due.tenant(), () -> {
                try {
                    work.accept(due.id());
                } catch (RuntimeException e) {
                    Failure.tell(LOG, Level.WARNING, kind + " " + due.id() + " waits for another turn", e);
                }
            });
        }
    }

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
