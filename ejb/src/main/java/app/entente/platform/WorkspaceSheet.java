package app.entente.platform;

import app.entente.workspace.Quota;
import app.entente.workspace.Stage;
import app.entente.workspace.Usage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * All that the operator sees of one workspace.
 *
 * @param own limits set for this workspace alone
 * @param quota limits that hold
 * @param usage null until it was counted
 * @param retainedUntil last day up to which the law of the place asks its owner to keep receipts or files; null when none are known of
 * @param furnished whether everything a practice begins with is there
 */
public record WorkspaceSheet(UUID id, String slug, String name, Stage stage, Instant since, Instant closingUntil, Instant erasedAt, String plan,
    String jurisdiction, String zone, String language, Instant openedAt, int version, Quota own, Quota quota, Usage usage, LocalDate retainedUntil,
    boolean furnished) {
}
