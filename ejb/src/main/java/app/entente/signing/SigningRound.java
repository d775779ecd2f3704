package app.entente.signing;

import app.entente.document.WorkLeft;
import app.entente.kernel.Round;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Comes back for signings that are not finished, one transaction each. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SigningRound extends Round {

    @Inject
    SigningWork work;
    @Inject
    WorkLeft left;

    /** Every twenty seconds. One that fails is tried again later and holds up no other; a time-stamping authority that is down ends the round. */
    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    public void finish() {
        left.make("signing", "signings_to_finish", work::finish);
    }
}
