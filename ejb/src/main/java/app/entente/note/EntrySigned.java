package app.entente.note;

import java.util.UUID;

/** An entry is final. */
public record EntrySigned(UUID entryId, UUID fileId, String kind) {
}
