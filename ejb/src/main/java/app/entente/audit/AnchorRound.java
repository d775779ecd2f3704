package app.entente.audit;

import app.entente.kernel.Round;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every ten minutes whether the chains are to be anchored again, so that a night without a node or without time-stamps costs minutes. */
@Singleton
public class AnchorRound extends Round {

    private static final Logger LOG = Logger.getLogger(AnchorRound.class.getName());

    @Inject
    AnchorWork work;

    @Schedule(hour = "*", minute = "*/10", second = "25", persistent = false, info = "anchors")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void go() {
        try {
            work.make();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the chains are anchored later", e);
        }
    }
}
