/**
 * What is written in a client's file: notes, and with the same care whatever else is written there and signed (assessments, closing summaries).
 * Each of these is an entry: a draft, then signed, then only added to.
 *
 * <ol>
 * <li>A draft is saved by itself. Each save has a number, the draft's revision, and is kept until the draft is signed.</li>
 * <li>A save says which revision it began from. When that is not the latest, nothing is overwritten: the text is kept aside, both are shown, and the
 *     author keeps one or unites them. Nothing is signed while texts are aside ({@code note.undecided}) or from an older text
 *     ({@code note.changed_elsewhere}).</li>
 * <li>A draft is its author's alone; it may be thrown away whole ({@link app.entente.note.Drafts#discard}).</li>
 * <li>A signed entry does not change and is not deleted; the database refuses it as well. What is to be said later is an addendum, dated.</li>
 * <li>Each kind of entry says what it asks before it is final: {@link app.entente.note.EntryKind}. A note says something ({@code note.empty}) about a
 *     service whose time is known ({@code note.time_missing}) and past ({@code note.not_yet}).</li>
 * <li>Signed more than 24 hours after the end of the service, a note is late: it says so and why ({@code note.late_reason_missing}).</li>
 * <li>A statement keeps who said it, whether together or alone, and on which shelf it lies: shared, record (unless said otherwise) or personal.
 *     Personal working notes are for the author alone: they are in no document and no portal.</li>
 * <li>A shared statement shows in the portal of those it belongs to and who see the shared shelf of the file: what was said together to all of them, what
 *     was said alone to who said it.</li>
 * <li>A meeting that did not take place has no clinical length.</li>
 * <li>The words of the document are frozen at the signature, those of an addendum when it is written, and tried on paper before ({@code note.unprintable}); the sealed PDF is made right
 *     after, or by a timer when the time-stamp or the server failed. It is made once.</li>
 * <li>No text of an entry is ever written to a log.</li>
 * <li>The texts of a draft can be looked through by their time, read, and brought back; bringing one back is one more save. With the signature they go.</li>
 * </ol>
 */
package app.entente.note;
