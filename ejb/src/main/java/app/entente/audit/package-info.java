/**
 * The audit trail: who did or opened what in a workspace, and the proof that nothing of it was changed afterwards.
 *
 * <ol>
 * <li>Every use case marked {@link app.entente.kernel.Audited} leaves an entry when its transaction is kept, reads included; what was refused or
 * undone leaves none. A read or an export that is refused is a line of the security log.</li>
 * <li>Entries form one chain per workspace: each holds the hash of the one before it over all its fields, each with its length in front.</li>
 * <li>Only the database's function {@code audit_append} writes, for the current workspace alone, as a role that can do nothing else. Triggers refuse
 * every change. It is called once in a transaction, as the last thing before its end, so that the chain's head is held for a moment only.</li>
 * <li>An entry holds random identifiers, never a name. From where somebody came is kept beside it and bound by a salted commitment: it can be erased
 * in its time and every link still holds.</li>
 * <li>The same reading of the same thing by the same person within a minute is one entry.</li>
 * <li>Checking names the first entry that does not hold. A tail cut off together with its head cannot be seen from inside; that takes anchors.</li>
 * <li>A client is told who opened their file and when, in plain words; a practitioner sees everything that happened in the workspace.</li>
 * <li>Once a day the heads of all chains, the platform's own among them, are put under one root, chained to the root of the day before, sealed, time-stamped
 * and laid in a folder outside the database ({@code entente.anchor.folder}). A chain that was cut off or written anew as a whole, even with right hashes,
 * contradicts what was anchored of it; the journal's page and the command compare.</li>
 * </ol>
 */
package app.entente.audit;
