package app.entente.platform;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.NotFound;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What the outbox could not carry out so far. */
@Stateless
@PlatformUseCases
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StuckCommands {

    @Inject
    OperatorDatabase database;
    @Inject
    Caller caller;

    /** Parked and delayed commands of one workspace, or of all when it is null; parked ones first, 500 at most. */
    @RolesAllowed(Role.OPERATOR)
    public List<StuckCommand> all(UUID workspace) {
        return database.inOne(statements -> statements.rows("select t.*, w.name from outbox_troubles(?::uuid) t join workspace w on w.id = t.tenant_id",
            row -> new StuckCommand(row.id("id"), row.id("tenant_id"), row.text("name"), row.text("kind"), row.text("status"), row.number("attempts"),
                row.instant("next_at"), row.instant("created_at"), row.text("last_error")), workspace));
    }

    /** Lets a parked command be tried again, at once; {@link NotFound} when it is parked no more. */
    @RolesAllowed(Role.OPERATOR)
    public void retry(UUID command) {
        database.inOne(statements -> {
            UUID workspace = statements.first("select tenant from retry_command(?) as tenant where tenant is not null", row -> row.id("tenant"), command).orElseThrow(NotFound::new);
            statements.note("outbox.retry", caller.accountId(), workspace, command.toString());
            return null;
        });
    }
}
