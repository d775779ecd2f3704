package app.entente.meeting;

import app.entente.kernel.Round;
import app.entente.tenant.InTenant;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Goes round every five minutes and reminds of what is near, each meeting in its workspace and its own transaction. */
@Singleton
public class ReminderRound extends Round {

    @Inject
    ReminderQueue queue;
    @Inject
    InTenant inTenant;
    @Inject
    ReminderWork work;

    @Schedule(hour = "*", minute = "*/5", second = "20", persistent = false, info = "reminders")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void go() {
        try {
            for (ReminderQueue.Near near : queue.near()) {
                inTenant.run(near.tenant(), () -> remind(near));
            }
        } catch (RuntimeException e) {
            cutOff("the meetings that are near could not be read", e);
        }
    }

    private void remind(ReminderQueue.Near near) {
        try {
            work.remind(near.meeting());
        } catch (RuntimeException e) {
            cutOff("nobody was reminded of meeting " + near.meeting(), e);
        }
    }
}
