/**
 * Receipts: what an insurer or a client gets for a meeting that took place and was paid.
 *
 * <ol>
 * <li>A receipt is issued for one held meeting, once ({@code receipt.not_held}, {@code receipt.already_issued}); nothing is issued for a
 *     meeting without a price ({@code receipt.nothing_paid}).</li>
 * <li>The number is given in the transaction that issues, from the locked row of the series: no gap, no reuse. A series is a year of a workspace;
 *     its numbers begin at 1. When the transaction fails, the number was never given.</li>
 * <li>A receipt bears the day it is issued. A day before the last one of the series is refused ({@code receipt.before_last}), and so is a
 *     payment that is still to come ({@code receipt.not_paid_yet}).</li>
 * <li>One idempotency key, one receipt: sending the same form again gives the receipt that it gave before; the same key for another meeting is
 *     refused ({@code receipt.key_used}).</li>
 * <li>The price is the service's, whatever the length. A service exempt from tax, or of somebody whom no tax concerns, has no tax line but the
 *     text that the law of the place asks for on that day; a taxable service is refused ({@code receipt.taxable}), and
 *     so is a place without that text ({@code receipt.law_missing}).</li>
 * <li>The words of the document are frozen when it is issued, and tried on paper before a number is given: what cannot be printed is refused
 *     ({@code receipt.unprintable}). They name who received the service, when, what kind and for how much; never a diagnosis, an approach or a note.</li>
 * <li>The name is the given and family name, as insurers know it, not the name to say.</li>
 * <li>French is always there; for a person who reads English, English stands beside it.</li>
 * <li>The sealed PDF is made in a second transaction right after, and by a timer when the time-stamp or the server failed. It is made once.</li>
 * <li>A receipt is never changed and never deleted.</li>
 * </ol>
 */
package app.entente.receipt;
