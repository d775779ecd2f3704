package app.entente.platform;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the platform's trail.
 *
 * @param actor address of the operator's account; null when the platform acted by itself
 * @param workspace name of the workspace now; null when it was about none
 * @param hash its own hash, in hexadecimal
 */
public record PlatformEntry(long seq, Instant at, String kind, String actor, UUID workspaceId, String workspace, String detail, String hash) {

    static PlatformEntry of(FoundRow row) {
        return new PlatformEntry(row.size("seq"), row.instant("at"), row.text("kind"), row.text("actor"), row.id("workspace_id"), row.text("workspace"),
            row.text("detail"), row.text("hash"));
    }
}
