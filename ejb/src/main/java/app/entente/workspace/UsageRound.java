package app.entente.workspace;

import app.entente.kernel.Round;
import app.entente.tenant.InTenant;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Goes round every night and counts each workspace, in its own transaction. */
@Singleton
public class UsageRound extends Round {

    @Inject
    Workspaces workspaces;
    @Inject
    InTenant inTenant;
    @Inject
    UsageWork work;

    @Schedule(hour = "3", minute = "20", persistent = false, info = "usage")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void go() {
        for (UUID workspace : workspaces.living()) {
            try {
                inTenant.run(workspace, work::count);
            } catch (RuntimeException e) {
                cutOff("workspace " + workspace + " was not counted", e);
            }
        }
    }
}
