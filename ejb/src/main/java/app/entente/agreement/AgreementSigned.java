package app.entente.agreement;

import java.util.UUID;

/** An agreement is signed by all and sealed. */
public record AgreementSigned(UUID agreementId, UUID personId) {
}
