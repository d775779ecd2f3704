/**
 * The people who work in a workspace: how they come, what each of them may open, how they go.
 *
 * <ol>
 * <li>A workspace has owners, assistants and supervisors. Its first owner is invited when it is opened; an owner invites the others.</li>
 * <li>An invitation asks the identity provider to have an account under the address, through the outbox. Whether there was one already is told to
 * nobody: the answer, the mail and the time it takes are the same.</li>
 * <li>The mail leaves once, when the account is ready. Its link holds 256 random bits, of which the digest is kept; it dies when another one is
 * sent, after two weeks, when it has been used, declined or taken back.</li>
 * <li>The link opens no workspace. A membership begins when the person, signed in to the account and with the address that were invited, accepts.</li>
 * <li>Who works in a workspace proves a second factor. The account is given the provider's role that forces it before the membership begins; an
 * account that owned no second factor is signed out, so that the next sign-in asks for one.</li>
 * <li>A role that changes ends one membership and begins another; what was named to the old one is not named to the new one.</li>
 * <li>Removing works at the next click; the sessions of that account end through the outbox. The last owner cannot be removed.
 * Suspending a workspace ends the sessions of everybody who works there, and no membership.</li>
 * <li>A supervisor reads the files that are named to them, and no other: every finder that answers a supervisor asks the
 * supervision of files first. Their comments are dated, never change, and are read by owners and supervisors of the file.</li>
 * <li>What each role may open stands on the boundaries themselves; {@link app.entente.member.OpeningsTable} reads it from there and nowhere else.</li>
 * </ol>
 */
package app.entente.member;
