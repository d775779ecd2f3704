package app.entente.payment;

import app.entente.document.WorkLeft;
import app.entente.kernel.Round;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Makes the exports that were asked for, and erases the old ones. */
@Singleton
@Startup
public class ExportRound extends Round {

    /** Months of one export in a round, so that a long one does not keep the others waiting. */
    private static final int TURN = 12;
    /** About eight minutes after the first time. */
    private static final int MOST_ATTEMPTS = 5;

    @Inject
    ExportWork work;
    @Inject
    WorkLeft left;

    /**
     * Makes what waits, each month in a transaction of its own, so that a server that was stopped goes on where it was. One that fails holds up no other; it is
     * tried again later, and after some attempts its owner is told.
     */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void makeWaiting() {
        left.make("export", "exports_due", this::someMonths, (export, attempts) -> {
            if (attempts >= MOST_ATTEMPTS) {
                work.fail(export);
            }
        });
    }

    private boolean someMonths(UUID export) {
        boolean more = true;
        for (int month = 0; month < TURN && more; month++) {
            more = work.advance(export);
        }
        return true;
    }
}
