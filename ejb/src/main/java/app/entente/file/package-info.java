/**
 * Client files: one accompaniment each, with who takes part in it.
 *
 * <ol>
 * <li>A file is opened for a person; it gets a reference (year and running number) in the same transaction, without gaps.</li>
 * <li>A file is never deleted; only what an import made by mistake is taken back, as long as nothing was built on it.</li>
 * <li>A file, person, client, payer, insured person, signatory and participant are different things. A file for a couple or a family has several
 * clients; the first, by which it is called, is its principal participant. Another feature that needs one row a file joins
 * {@code Participant} by {@code principal = true}, never by the capacity.</li>
 * <li>The path follows the five steps; today's step is kept with the file.</li>
 * <li>A part in a file begins and ends; it is never deleted, and the last client does not leave.</li>
 * <li>In a minor's file each holder of parental authority consents for themselves. The attestation by which one of them may consent alone
 * is shown to the practice and to nobody else: no portal, no export, no mail.</li>
 * <li>A parent's own space shows a minor's file until the age that the law of the place gives (fourteen years in Quebec); from that birthday on it
 * does so only while the young person lets them in. This is asked on each request. Without a birth date, or without a written age, it is shut.</li>
 * <li>Nobody's contact data is shown to another participant.</li>
 * </ol>
 */
package app.entente.file;
