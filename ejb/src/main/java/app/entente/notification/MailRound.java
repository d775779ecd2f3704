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
    MailQueue queue;
    @Inject
    InTenant inTenant;
    @Inject
    MailWork work;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false, info = "mails")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void go() {
        try {
            for (MailQueue.Due due : queue.due()) {
                inTenant.run(due.tenant(), () -> send(due));
            }
        } catch (RuntimeException e) {
            cutOff("the mails that are due could not be read", e);
        }
    }

    private void send(MailQueue.Due due) {
        try {
            work.send(due.mail());
        } catch (RuntimeException e) {
            cutOff("mail " + due.mail() + " stays queued", e);
        }
    }
}
