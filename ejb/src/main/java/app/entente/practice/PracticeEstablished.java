package app.entente.practice;

import java.util.UUID;

/** A workspace has just got its practice. Observers run inside that workspace and its transaction. */
public record PracticeEstablished(UUID tenantId, String slug) {
}
