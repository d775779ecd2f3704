package app.entente.platform;

import app.entente.kernel.Round;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Every night, refused requests whose day has come are forgotten. */
@Singleton
public class RequestRound extends Round {

    @Inject
    RequestWork work;

    @Schedule(hour = "3", minute = "50", persistent = false, info = "refused requests")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void go() {
        work.forget();
    }
}
