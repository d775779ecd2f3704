/**
 * Invitations: how a person of a workspace comes to have a portal.
 *
 * <ol>
 * <li>A practitioner invites; the mail goes only to an address that is safe, in the language and register of the relation, and names no profession.</li>
 * <li>The link holds 256 random bits, of which only the SHA-256 digest is kept. One link lives at a time: sending again ends the one before.</li>
 * <li>The link alone opens nothing: it asks for a second fact, the birth date or a word agreed between the two. Only its salted, slow hash is
 * kept; case, accents and spaces do not count.</li>
 * <li>After {@value app.entente.invitation.Invitation#MOST_ATTEMPTS} wrong answers, after two weeks, once used or revoked, the link is dead.</li>
 * <li>A wrong answer and a dead or unknown link are answered alike, in words and in time.</li>
 * <li>The right answer confirms. The account, the portal and what is written to the person follow through the outbox: a new account is written to by
 * the identity provider, a known one by us. The page says the same to both.</li>
 * <li>An account is one person here: an address whose account is already another person's portal is not accepted, and the practitioner is told.</li>
 * </ol>
 */
package app.entente.invitation;
