package app.entente.workspace;

import java.time.Instant;
import java.util.UUID;

/** A workspace as the operator sees it: where it is and at which stage, nothing of what is inside. */
public record WorkspaceRow(UUID id, String slug, String name, String status, String plan, String jurisdiction, Instant openedAt) {
}
