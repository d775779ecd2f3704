/**
 * One way to sign, for agreements, plans and whatever comes later: freeze → show → consent → prove → sign → seal → deliver → check.
 *
 * <ol>
 * <li>What is signed are frozen bytes; their SHA-256 stands in every act and every event.</li>
 * <li>Parties sign in their order; each signs for themselves only.</li>
 * <li>Nobody signs what was not shown to them: {@code signing.not_shown}.</li>
 * <li>Each consent has its own box and its own text; a required one that is not ticked refuses: {@code signing.consent_missing}.</li>
 * <li>The typed name must be that person's, accents and order aside: {@code signing.other_name}.</li>
 * <li>An act is an intent for five minutes. It becomes a signature once, by a fresh proof of the same person at level {@code signature}
 *     that is not older than the intent (five seconds of clock difference allowed).</li>
 * <li>Every event is chained to the one before it; the stored text is exactly what was hashed.</li>
 * <li>Sealing comes after the last signature, outside its transaction. While no time-stamp can be had, the signing stays {@code sealing}
 *     and is tried again; a time is never invented.</li>
 * <li>Declining, expiring and voiding end an open signing; after the last signature nothing of this is possible: {@code signing.ended}.</li>
 * <li>Where French comes first (Charter of the French language, s. 55), another language can be signed only after the French version was
 *     shown and the person has expressly wished it; both are in the evidence. Whoever signs first decides; the others sign the same bytes.</li>
 * </ol>
 */
package app.entente.signing;
