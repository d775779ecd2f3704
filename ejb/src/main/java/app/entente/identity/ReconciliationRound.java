package app.entente.identity;

import app.entente.kernel.Round;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Logger;

/** Compares both sides once a night. When the provider does not answer, what was compared stays, and the next night begins anew. */
@Singleton
public class ReconciliationRound extends Round {

    private static final Logger LOG = Logger.getLogger(ReconciliationRound.class.getName());

    @Inject
    Reconciling reconciling;

    @Schedule(hour = "3", minute = "17", persistent = false, info = "reconciliation")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void go() {
        try {
            UUID run = reconciling.begin();
            if (run != null) {
                compare(run);
            }
        } catch (RuntimeException e) {
            cutOff("the comparison with the identity provider was cut off", e);
        }
    }

    private void compare(UUID run) {
        for (UUID after = reconciling.accounts(run, null); after != null; after = reconciling.accounts(run, after)) {
            LOG.fine("a page of accounts was compared");
        }
        for (int first = 0; reconciling.users(run, first); first += Reconciling.PAGE) {
            LOG.fine("a page of users was compared");
        }
        reconciling.finish(run);
    }
}
