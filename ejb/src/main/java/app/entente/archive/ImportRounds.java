package app.entente.archive;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Round;
import app.entente.tenant.InTenant;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Works on the imports that wait, in the background. */
@Singleton
@Startup
public class ImportRounds extends Round {

    private static final int CHUNK = 50;
    /** Chunks of one import in a round, so that a long one does not keep the others waiting. */
    private static final int TURN = 40;

    @Inject
    ImportQueue queue;
    @Inject
    ImportWork work;
    @Inject
    InTenant inTenant;

    /** Gives each import its turn, in its workspace; one that fails does not stop the others and goes on with the next round. */
    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void round() {
        for (ImportQueue.Due due : queue.due()) {
            try {
                boolean more = true;
                for (int chunk = 0; chunk < TURN && more; chunk++) {
                    more = some(due);
                }
            } catch (RuntimeException e) {
                cutOff("the import " + due.importId() + " does not get on", e);
            }
        }
    }

    /** The next rows together; when they fail, one by one, and the one that fails alone is left out. */
    private boolean some(ImportQueue.Due due) {
        try {
            return step(due, CHUNK);
        } catch (RuntimeException e) {
            cutOff("some rows of the import " + due.importId() + " fail together", e);
            boolean more = true;
            for (int row = 0; row < CHUNK && more; row++) {
                more = one(due);
            }
            return more;
        }
    }

    private boolean one(ImportQueue.Due due) {
        try {
            return step(due, 1);
        } catch (RuntimeException e) {
            String why = reason(e);
            inTenant.run(due.tenantId(), () -> work.leaveOut(due.importId(), why));
            return true;
        }
    }

    private boolean step(ImportQueue.Due due, int most) {
        AtomicBoolean more = new AtomicBoolean();
        inTenant.run(due.tenantId(), () -> more.set(work.step(due.importId(), most)));
        return more.get();
    }

    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessRuleViolation refused) {
                return refused.code();
            }
        }
        return "archive.error.row";
    }
}
