/**
 * Client files: one accompaniment each, with who takes part in it.
 *
 * <ol>
 * <li>A file is opened for a person; it gets a reference (year and running number) in the same transaction, without gaps.</li>
 * <li>A file is never deleted; only what an import made by mistake is taken back, as long as nothing was built on it.</li>
 * <li>A file, person, client, payer, insured person, signatory and participant are different things. A file for a couple or a family has several
 * clients; the first, by which it is called, is its principal participant. Another feature that needs one row a file joins
 * {@code Participant} by {@code principal = true}, never by the capacity.</li>
 * <li>The path follows the practice's steps; the code of today's step is kept with the file.</li>
 * <li>A part in a file begins and ends; it is never deleted, and the last client does not leave.</li>
 * <li>In a minor's file each holder of parental authority consents for themselves. The attestation by which one of them may consent alone
 * is shown to the practice and to nobody else: no portal, no export, no mail.</li>
 * <li>A parent's own space shows a minor's file until the age that the law of the place gives (fourteen years in Quebec); from that birthday on it
 * does so only while the young person lets them in. This is asked on each request. Without a birth date, or without a written age, it is shut.</li>
 * <li>Nobody's contact data is shown to another participant.</li>
 * <li>Whatever holds words of several people keeps three things of them: who said it ({@code source_person_id}), whether together or alone
 * ({@code context}: {@code joint} or {@code individual}) and on which shelf it lies ({@code shelf}: {@code shared}, {@code record} or
 * {@code personal}); here it is {@link app.entente.file.Disclosure}, notes use the same columns. What is not said to be shared is not.</li>
 * <li>One person's part of a file is what was joint and what is their own; never another's, never what the practitioner keeps for themselves. It is
 * asked of every feature through {@link app.entente.kernel.TimelinePart} and filtered in one place.</li>
 * <li>The path goes on to the next step without a word; going back or leaving steps out needs a reason. No stay at a step is ever forgotten.</li>
 * <li>A stay keeps what the practice said of the step then: a step that is renamed or hidden later changes no file that came to it. The usual length
 * of a whole path and the estimates of its steps are separate figures; neither is computed from the other, nor from what was held.</li>
 * <li>Features tell what they keep of a file as a {@link app.entente.kernel.TimelinePart}; the file knows none of them.</li>
 * <li>Open → closed → retention → due for review → destroyed; reopening begins another episode in the same file. The clock runs from the last service,
 * which {@link app.entente.file.Files#served} alone moves; the timer of the night moves a file on and never destroys anything; a legal hold stops it.</li>
 * <li>A file is destroyed by somebody who types its number. A feature that has to keep something longer refuses
 * ({@link app.entente.file.DestructionAsked}); one that holds words of it erases them ({@link app.entente.file.FileDestroyed}). One line remains.</li>
 * <li>Queries over two entities never use an outer join: the workspace's condition on its right side would drop rows.</li>
 * </ol>
 */
package app.entente.file;
