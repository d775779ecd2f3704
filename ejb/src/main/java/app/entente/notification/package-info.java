/**
 * Mails: written in the transaction of what they tell about, sent afterwards by a timer.
 *
 * <ol>
 * <li>A mail is plain text, short, with at most one link and no content of a file; its words belong to the feature that queues it. A
 * calendar object may go with it and is held to the same.</li>
 * <li>The same key queued twice is one mail.</li>
 * <li>Nothing that could add a header is accepted: an address or a subject with a line break is refused.</li>
 * <li>What cannot be sent now is tried again, later each time; after {@value app.entente.notification.Mail#MOST_ATTEMPTS} attempts, or when the
 * other end says that the address is wrong, the mail has failed. Whoever queued it can ask what became of it.</li>
 * <li>A mail is marked as sent in the same transaction that sent it, with its row locked: two nodes never send it both. Should the server die
 * between the two, the second copy carries the same Message-ID.</li>
 * <li>Once sent, or failed, a mail keeps no text: it may have held a link that opens something.</li>
 * <li>A mail to somebody the workspace knows goes by {@link app.entente.notification.Mails#write} and by nothing else: it obeys what is safe for
 * them, when it is queued and once more when it leaves.</li>
 * </ol>
 */
package app.entente.notification;
