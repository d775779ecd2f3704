package app.entente.platform;

import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Forgets refused requests whose day has come (rule 9). */
@Stateless
@PlatformUseCases
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RequestWork {

    @Inject
    OperatorDatabase database;
    @Inject
    Clock clock;

    /** Forgets them, and the mails about them; the trail keeps how many. Answers how many. */
    @PermitAll
    public int forget() {
        return database.inOne(statements -> {
            int gone = (int) statements.number("select forget_requests(?::date)", LocalDate.now(clock.withZone(ZoneOffset.UTC)));
            if (gone > 0) {
                statements.note("request.forget", null, null, String.valueOf(gone));
            }
            return gone;
        });
    }
}
