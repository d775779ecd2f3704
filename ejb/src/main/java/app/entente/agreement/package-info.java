/**
 * Agreements between a practice and a client: prepared from a template, sent, signed by each, active.
 *
 * <ol>
 * <li>A template's published version never changes; an agreement keeps the version it was made from.</li>
 * <li>Every field that the law or the profession asks for must be filled before sending; what is missing is named:
 *     {@code agreement.incomplete}.</li>
 * <li>A paragraph or list item that names an optional field left empty is left out whole; a clause whose condition is not met, or that the
 *     practitioner left out, is left out with its consents.</li>
 * <li>Sending freezes the text in French first, and in English too where the client reads English.</li>
 * <li>The client signs first, the practice counter-signs; the agreement is active once the sealed document exists.</li>
 * <li>Sent text never changes. A draft may be changed and left; only a sent agreement can be declined, expire or be voided, and only before the
 *     last signature.</li>
 * <li>Nothing is sent to an address that is missing or not safe: {@code agreement.no_safe_mail}.</li>
 * </ol>
 */
package app.entente.agreement;
