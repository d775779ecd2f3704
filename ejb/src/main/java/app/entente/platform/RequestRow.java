package app.entente.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A request for a workspace as the desk sees it. What was not decided yet is null. */
public record RequestRow(UUID id, String status, String name, String practiceName, String profession, String jurisdiction, String email, String language,
    String message, Instant createdAt, Instant decidedAt, String decidedBy, String reason, UUID workspaceId, LocalDate forgetOn) {

    static RequestRow of(FoundRow row) {
        return new RequestRow(row.id("id"), row.text("status"), row.text("name"), row.text("practice_name"), row.text("profession"), row.text("jurisdiction"),
            row.text("email"), row.text("language"), row.text("message"), row.instant("created_at"), row.instant("decided_at"), row.text("decider"),
            row.text("reason"), row.id("workspace_id"), row.day("forget_on"));
    }

    public boolean open() {
        return "received".equals(status);
    }
}
