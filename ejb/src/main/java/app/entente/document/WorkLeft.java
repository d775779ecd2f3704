package app.entente.document;

import app.entente.tenant.InTenant;
import app.entente.tenant.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.logging.Logger;

/** Goes through what timers find left to make, in all workspaces, so that nothing that fails stands before anything else. */
@ApplicationScoped
public class WorkLeft {

    private static final Logger LOG = Logger.getLogger(WorkLeft.class.getName());

    @Inject
    InTenant inTenant;
    @Inject
    Waiting waiting;
    @Inject
    Postponements postponements;

    /** What is done when a piece has failed so many times. */
    @FunctionalInterface
    public interface Failed {
        /** Called in the workspace of the piece. */
        void so(UUID id, int attempts);
    }

    /**
     * Makes piece after piece, each in its workspace, until nothing new is due. One that fails is postponed and the next one has its turn.
     *
     * @param kind what is made, e.g. {@code receipt}
     * @param function gives the next pieces, without those that are postponed; see {@link Waiting#due}
     * @param work makes one in a transaction of its own; answers whether the others can be made as well: not when the time-stamping authority is down
     * @return whether all others could be made
     */
    public boolean make(String kind, String function, Predicate<UUID> work) {
        return make(kind, function, work, (id, attempts) -> { });
    }

    /** As {@link #make(String, String, Predicate)}; tells how often a piece has failed. */
    public boolean make(String kind, String function, Predicate<UUID> work, Failed failed) {
        Set<UUID> seen = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Waiting.Due due : waiting.due(function)) {
                if (seen.add(due.id())) {
                    more = true;
                    if (!one(kind, due, work, failed)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean one(String kind, Waiting.Due due, Predicate<UUID> work, Failed failed) {
        AtomicBoolean goOn = new AtomicBoolean(true);
        inTenant.run(due.tenant(), () -> {
            try {
                goOn.set(work.test(due.id()));
            } catch (RuntimeException e) {
                later(kind, due.id(), e, failed);
                return;
            }
            if (goOn.get()) {
                postponements.over(due.id());
            }
        });
        return goOn.get();
    }

    /** Even when that fails, the others have their turn. */
    private void later(String kind, UUID id, RuntimeException failure, Failed failed) {
        try {
            failed.so(id, postponements.later(kind, id, failure));
        } catch (RuntimeException e) {
            LOG.severe(() -> kind + " " + id + " could not even be postponed: " + e.getClass().getName());
        }
    }
}
