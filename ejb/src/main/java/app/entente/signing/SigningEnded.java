package app.entente.signing;

import java.util.UUID;

/**
 * A signing ended without being completed.
 *
 * @param how {@code declined}, {@code expired} or {@code voided}
 */
public record SigningEnded(UUID signingId, String subjectKind, UUID subjectId, String how, String reason) {
}
