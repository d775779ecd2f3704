package app.entente.note;

import java.util.UUID;

/** Something was added to a signed entry. */
public record AddendumWritten(UUID addendumId, UUID entryId, UUID fileId) {
}
