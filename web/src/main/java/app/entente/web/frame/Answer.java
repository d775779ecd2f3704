package app.entente.web.frame;

/**
 * An answered request for proof.
 *
 * @param intent what was to be proved
 * @param nonce what the answer was bound to
 * @param target path to go back to
 */
public record Answer(String intent, String nonce, String target) {
}
