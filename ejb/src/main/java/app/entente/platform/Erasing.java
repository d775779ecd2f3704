package app.entente.platform;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Failure;
import app.entente.kernel.NotFound;
import app.entente.tenant.PlatformUseCases;
import app.entente.workspace.Stage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Erases a workspace whose grace is over, and gives the certificate (rules 7 and 8). */
@Stateless
@PlatformUseCases
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Erasing {

    private static final Logger LOG = Logger.getLogger(Erasing.class.getName());

    @Inject
    OperatorDatabase database;
    @Inject
    Caller caller;
    @Inject
    Clock clock;
    @Inject
    CertificateWork certificates;

    /**
     * Destroys all that a workspace holds, its key first to be of no use any more; without effect when that was done. It cannot be taken back.
     *
     * @param typedSlug the workspace's address, typed by the operator
     * @param handedOver whether its owner has said to have their documents
     */
    @RolesAllowed(Role.OPERATOR)
    public void erase(UUID id, String typedSlug, boolean handedOver) {
        boolean erased = database.inOne(statements -> {
            statements.rows("select 1 from workspace where id = ? for update", row -> row.count(1), id);
            WorkspaceSheet sheet = Operating.sheet(statements, id);
            if (sheet.stage().after(Stage.Step.ERASE) == sheet.stage()) {
                return false;
            }
            if (sheet.closingUntil().isAfter(clock.instant())) {
                throw new BusinessRuleViolation("operator.grace_not_over");
            }
            if (!sheet.slug().equals(typedSlug == null ? "" : typedSlug.strip())) {
                throw new BusinessRuleViolation("operator.other_slug");
            }
            LocalDate today = LocalDate.now(clock.withZone(ZoneId.of(sheet.zone())));
            LocalDate retained = sheet.retainedUntil() != null && !sheet.retainedUntil().isBefore(today) ? sheet.retainedUntil() : null;
            if (retained != null && !handedOver) {
                throw new BusinessRuleViolation("operator.not_handed_over");
            }
            statements.rows("select erase_workspace(?, ?, ?, ?::date)::text as erase_workspace", row -> row.text("erase_workspace"), id, sheet.slug(), caller.accountId(), retained);
            statements.note("workspace.erase", caller.accountId(), id, retained == null ? "" : "→ " + retained);
            return true;
        });
        if (erased) {
            try {
                certificates.make(id);
            } catch (RuntimeException e) {
                Failure.tell(LOG, Level.WARNING, "the certificate of " + id + " is made later", e);
            }
        }
    }

    /** The sealed certificate; null while it is being made; {@link NotFound} where nothing was erased. */
    @RolesAllowed(Role.OPERATOR)
    public byte[] certificate(UUID id) {
        return database.inOne(statements -> statements.rows("select pdf from erase_certificate where workspace_id = ?", row -> new byte[][] {row.bytes("pdf")}, id))
            .stream().findFirst().orElseThrow(NotFound::new)[0];
    }
}
