/**
 * Payments: money that came in and went out, which receipts it settles, what is still open, and what an accountant asks for at the end of a period.
 *
 * <ol>
 * <li>A payment has a means, a day, an amount of one currency and somebody who paid: a client, or whoever pays for one ({@code payment.amount},
 *     {@code receipt.means}, {@code payment.future}). Nothing can be written beside it.</li>
 * <li>The ledger is only added to. A mistake is answered by a refund: a negative line that names the payment, never more than is left of it
 *     ({@code payment.refund_above}, {@code payment.refund_of_refund}).</li>
 * <li>Every line is a link of the workspace's chain: the database gives it its number and its hash while the head is locked, whatever the application
 *     says, so that writers take turns and a line that was changed or taken out is found ({@link app.entente.payment.PeriodClosings#check}).</li>
 * <li>A payment settles receipts of the one who pays, the oldest first, as far as it goes ({@code payment.other_debtor}, {@code payment.not_open}). What is left stands
 *     on account and can settle later receipts. In cash, where the place has no small coins, the rounded sum settles the whole.</li>
 * <li>What a receipt says as paid is a payment of its own, written in the transaction that issues the receipt; or it is one that stands on account, whose day and means
 *     the receipt then says ({@code payment.account_short}). When a credit note takes the receipt back, what had settled it stands on account again: for the receipt
 *     that replaces it, or to be given back as a refund.</li>
 * <li>A month that is over can be closed, each after the one before it ({@code payment.closing_early}, {@code payment.closing_order}); December closes its year as well. A
 *     closing keeps the totals and a hash of the entries. Nothing is dated in a closed period any more ({@code payment.closed}).</li>
 * <li>One idempotency key, one payment: the same form again gives the payment that it gave before; the same key for something else is
 *     refused ({@code payment.key_used}).</li>
 * <li>What is open is the total of the receipts that stand minus what was paid, rounding apart; a covered receipt and a credit note owe nothing.</li>
 * <li>A statement of a year names receipts, payments and what is open, never what was done in a meeting. It is sealed, and the same year unchanged gives
 *     the same document again.</li>
 * <li>An accountant's export names files by their reference and never a client. It is made in the background, piece by piece, and kept for seven days.</li>
 * </ol>
 */
package app.entente.payment;
