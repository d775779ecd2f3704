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
    InTenant inTenant;
    @Inject
    ReminderWork work;

    @Schedule(hour = "*", minute = "*/5", second = "20", persistent = false, info = "reminders")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void go() {
        inTenant.each("meetings_to_remind_of", "meeting", work::remind);
    }
}
