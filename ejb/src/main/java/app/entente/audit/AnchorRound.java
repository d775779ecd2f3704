package app.entente.audit;

import app.entente.kernel.Round;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks every ten minutes whether the chains are to be anchored again, so that a night without a node or without time-stamps costs minutes. */
@Singleton
public class AnchorRound extends Round {

    @Inject
    AnchorWork work;

    @Schedule(hour = "*", minute = "*/10", second = "25", persistent = false, info = "anchors")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void go() {
        try {
            work.make();
        } catch (RuntimeException e) {
            cutOff("the chains are anchored later", e);
        }
    }
}
