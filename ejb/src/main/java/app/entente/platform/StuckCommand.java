package app.entente.platform;

import java.time.Instant;
import java.util.UUID;

/** A command of the outbox that has not worked so far: what kind, since when, what went wrong; never for whom. */
public record StuckCommand(UUID id, UUID workspaceId, String workspace, String kind, String status, int attempts, Instant nextAt, Instant createdAt, String error) {

    public boolean parked() {
        return "parked".equals(status);
    }
}
