package app.entente.file;

import java.util.UUID;

/** A statement lies on the shared shelf from now on. */
public record StatementShared(UUID statementId, UUID fileId) {
}
