package app.entente.notification;

import app.entente.kernel.Round;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Goes round every five seconds and sends the platform's own mails that are due. */
@Singleton
public class PlatformMailRound extends Round {

    @Inject
    PlatformMails mails;

    @Schedule(hour = "*", minute = "*", second = "2/5", persistent = false, info = "platform mails")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void go() {
        try {
            for (UUID mail : mails.due()) {
                mails.send(mail);
            }
        } catch (RuntimeException e) {
            cutOff("the platform's mails that are due could not be sent", e);
        }
    }
}
