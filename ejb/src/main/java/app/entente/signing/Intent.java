package app.entente.signing;

import java.util.UUID;

/**
 * An act that waits for its proof.
 *
 * @param actId the act
 * @param nonce what the proof must be bound to; told once, only its digest is kept
 */
public record Intent(UUID actId, String nonce) {
}
