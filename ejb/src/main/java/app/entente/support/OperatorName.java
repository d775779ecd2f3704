package app.entente.support;

import java.util.UUID;

/** Somebody of the platform who may be let in. */
public record OperatorName(UUID account, String email) {
}
