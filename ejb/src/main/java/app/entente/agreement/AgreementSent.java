package app.entente.agreement;

import java.util.UUID;

/** An agreement was sent to its client. */
public record AgreementSent(UUID agreementId, UUID personId) {
}
