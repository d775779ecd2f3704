package app.entente.signing;

import java.util.UUID;

/** All have signed and the sealed document exists. */
public record SigningSealed(UUID signingId, String subjectKind, UUID subjectId) {
}
