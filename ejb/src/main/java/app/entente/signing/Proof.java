package app.entente.signing;

import java.time.Instant;

/**
 * A fresh answer of the identity provider.
 *
 * @param nonce the secret that binds the answer to the intent
 * @param level the level it was given at ({@code acr})
 * @param authenticatedAt when the person proved who they are, UTC
 * @param sessionId the provider's session
 */
public record Proof(String nonce, String level, Instant authenticatedAt, String sessionId) {
}
