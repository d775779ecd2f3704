package app.entente.notification;

import app.entente.kernel.Round;
import app.entente.tenant.InTenant;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Goes round every three seconds and sends what is due, each mail in its workspace and its own transaction. */
@Singleton
public class MailRound extends Round {

    @Inject
    InTenant inTenant;
    @Inject
    MailWork work;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false, info = "mails")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void go() {
        inTenant.each("mails_to_send", "mail", work::send);
    }
}
