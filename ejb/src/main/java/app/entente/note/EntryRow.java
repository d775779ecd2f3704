package app.entente.note;

import java.time.Instant;
import java.util.UUID;

/** An entry in a list. */
public record EntryRow(UUID id, UUID fileId, String kind, String status, UUID meetingId, String authorName, Instant begunAt, Instant savedAt,
    Instant serviceAt, Integer minutes, String mode, String title, String lateReason, Instant signedAt, UUID sealedId, long addenda) {

    public boolean signed() {
        return Entry.SIGNED.equals(status);
    }

    public boolean late() {
        return lateReason != null;
    }

    /** When what it tells of was: the service, else the signature, else the first word. */
    public Instant at() {
        return serviceAt != null ? serviceAt : signedAt != null ? signedAt : begunAt;
    }
}
