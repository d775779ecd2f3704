package app.entente.platform;

import app.entente.kernel.Round;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Goes round every five minutes and makes the certificates that could not be made at once. */
@Singleton
public class CertificateRound extends Round {

    @Inject
    CertificateWork work;

    @Schedule(hour = "*", minute = "*/5", second = "40", persistent = false, info = "certificates")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void go() {
        for (UUID workspace : work.due()) {
            try {
                work.make(workspace);
            } catch (RuntimeException e) {
                cutOff("the certificate of " + workspace + " waits", e);
            }
        }
    }
}
