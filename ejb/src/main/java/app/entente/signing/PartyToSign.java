package app.entente.signing;

import app.entente.kernel.Bilingual;
import java.util.UUID;

/**
 * Somebody asked to sign.
 *
 * @param personId the client; null for a practitioner
 * @param accountId the practitioner; null for a client
 * @param name the name that must be signed with
 * @param capacity in what quality, as the document says it in each language
 */
public record PartyToSign(UUID personId, UUID accountId, String name, Bilingual capacity) {
}
