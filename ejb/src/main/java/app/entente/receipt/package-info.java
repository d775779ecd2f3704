/**
 * Receipts: what an insurer, a payer or a client gets for meetings that took place. In Quebec a receipt, in France a note; an invoice for a third
 * payer or on request; a credit note that takes one of these back.
 *
 * <ol>
 * <li>A receipt is issued for held meetings of one file, a line for each ({@code receipt.not_held}, {@code receipt.one_file}); nothing is issued for a
 *     meeting without a price ({@code receipt.nothing_paid}).</li>
 * <li>The number is given in the transaction that issues, from the row of the series, which stays locked until the end: no gap, no reuse. A series is
 *     a kind of document in a year of a workspace; its numbers begin at 1, or where another tool stopped: said once, upwards, before the first number
 *     was given here ({@code receipt.series_up}, {@code receipt.series_begun}), and kept. When the transaction fails, the number was never given.</li>
 * <li>A receipt bears the day it is issued. A day before the last one of the series is refused ({@code receipt.before_last}), and so is a
 *     payment that is still to come ({@code receipt.not_paid_yet}). A receipt of Quebec is issued once paid; a note and an invoice may come before.</li>
 * <li>One idempotency key, one receipt: sending the same form again gives the receipt that it gave before; the same key for something else is
 *     refused ({@code receipt.key_used}).</li>
 * <li>The price is the service's, whatever the length. What receipts that stand cover of a meeting is never more than its price: whoever comes after is
 *     refused ({@code receipt.already_issued}, {@code receipt.above_price}). Several people who attended are named; each may have a share.</li>
 * <li>Taxes follow the rules in force that day and the practice's own standing, which is dated ({@link app.entente.receipt.TaxRegistration}): each on
 *     the price before tax, half up, on the total of what is taxed. Exempt is not zero: no tax line, but the words that the law asks for. Where lines
 *     differ, each says how it stands. In cash the total alone is rounded.</li>
 * <li>What the place requires and is not there is named before anything is issued ({@link app.entente.receipt.Missing}); a receipt with something
 *     missing is refused ({@code receipt.incomplete}).</li>
 * <li>The words of the document are frozen when it is issued, and tried on paper before a number is given: what cannot be printed is refused
 *     ({@code receipt.unprintable}). They name who received the service, when, what kind and for how much; never a diagnosis, an approach or a note.</li>
 * <li>The name is the given and family name, as insurers know it, not the name to say.</li>
 * <li>French is always there; for a person who reads English, English stands beside it.</li>
 * <li>The sealed PDF is made in a second transaction right after, and by a timer when the time-stamp or the server failed. It is made once.</li>
 * <li>A receipt is never changed and never deleted. It is taken back, wholly and once, by a credit note with a number of its own, the reason, and the
 *     lines turned round; its seal is then told to be revoked, and its meetings may have another receipt.</li>
 * <li>A duplicata is the frozen words printed again under a notice with the day it was made, sealed on its own and written down each time. The bytes of
 *     the original are never made again.</li>
 * <li>A fee for a meeting missed, or cancelled later than was agreed, needs the signed agreement with the clause accepted by its own box ({@code receipt.fee_not_agreed}); it is the
 *     agreed amount, at most the price lost, and is never worded as a meeting.</li>
 * <li>A third payer gets an invoice with the authorisation and the count of sessions, never the person's name or anything said; not beyond the number of
 *     sessions authorised ({@code receipt.authorisation_used}). The person's own receipt says that they paid nothing, and what the payer was billed is
 *     not in their portal.</li>
 * <li>An invoice of France is a Factur-X (EN 16931): the XML is frozen with the words and travels inside the PDF.</li>
 * <li>In France a contract made at the person's home takes no payment for its first days ({@code receipt.off_premises}), and a meeting before the time
 *     to withdraw is over needs the person's express request ({@code receipt.early_start}).</li>
 * </ol>
 */
package app.entente.receipt;
