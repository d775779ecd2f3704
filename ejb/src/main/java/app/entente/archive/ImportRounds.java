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
import java.util.UUID;

/** Works on the imports that wait, in the background. */
@Singleton
@Startup
public class ImportRounds extends Round {

    private static final int CHUNK = 50;
    /** Chunks of one import in a round, so that a long one does not keep the others waiting. */
    private static final int TURN = 40;

    @Inject
    ImportWork work;
    @Inject
    InTenant inTenant;

    /** Gives each import its turn, in its workspace; one that fails does not stop the others and goes on with the next round. */
    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void round() {
        inTenant.each("imports_to_run", "import", this::turn);
    }

    private void turn(UUID imported) {
        boolean more = true;
        for (int chunk = 0; chunk < TURN && more; chunk++) {
            more = some(imported);
        }
    }

    /** The next rows together; when they fail, one by one, and the one that fails alone is left out. */
    private boolean some(UUID imported) {
        try {
            return work.step(imported, CHUNK);
        } catch (RuntimeException e) {
            cutOff("some rows of the import " + imported + " fail together", e);
            boolean more = true;
            for (int row = 0; row < CHUNK && more; row++) {
                more = one(imported);
            }
            return more;
        }
    }

    private boolean one(UUID imported) {
        try {
            return work.step(imported, 1);
        } catch (RuntimeException e) {
            work.leaveOut(imported, reason(e));
            return true;
        }
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
