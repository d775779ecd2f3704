package app.entente.signing;

import app.entente.document.DocumentSource;

/**
 * A document to freeze.
 *
 * @param language {@code fr} or {@code en}
 * @param source what it is made of
 */
public record DocumentToSign(String language, DocumentSource source) {
}
