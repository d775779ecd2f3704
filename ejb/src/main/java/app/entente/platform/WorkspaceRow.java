package app.entente.platform;

import java.time.Instant;
import java.util.UUID;

/** A workspace in the operator's list: where it is and how much it holds, nothing of what is inside. Counts are null until the first count. */
public record WorkspaceRow(UUID id, String slug, String name, String status, String plan, String jurisdiction, Instant openedAt, Instant statusSince,
    Integer filesOpen, Long storageBytes, Integer mailsMonth) {

    static WorkspaceRow of(FoundRow row) {
        return new WorkspaceRow(row.id("id"), row.text("slug"), row.text("name"), row.text("status"), row.text("plan"), row.text("jurisdiction"),
            row.instant("opened_at"), row.instant("status_since"), row.limit("files_open"), row.size("storage_bytes"), row.limit("mails_month"));
    }
}
