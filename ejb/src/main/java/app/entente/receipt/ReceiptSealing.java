package app.entente.receipt;

import app.entente.document.WorkLeft;
import app.entente.kernel.Round;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Makes the documents that could not be made when their receipt was issued. */
@Singleton
@Startup
public class ReceiptSealing extends Round {

    @Inject
    ReceiptWork work;
    @Inject
    WorkLeft left;

    /** Seals what waits; one that fails is tried again later and holds up no other, a time-stamping authority that is down ends the round. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void sealWaiting() {
        left.make("receipt", "receipts_to_seal", work::seal);
    }
}
