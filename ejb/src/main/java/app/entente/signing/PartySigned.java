package app.entente.signing;

import java.util.UUID;

/** One party has signed; others may still have to. */
public record PartySigned(UUID signingId, String subjectKind, UUID subjectId, String part, boolean last) {
}
