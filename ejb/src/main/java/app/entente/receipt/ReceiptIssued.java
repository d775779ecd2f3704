package app.entente.receipt;

import java.util.UUID;

/**
 * A receipt has its number; its document is still to be sealed.
 *
 * @param paidWith the payment in the ledger that settles it; null where the receipt says a payment of its own, or none
 */
public record ReceiptIssued(UUID receiptId, UUID personId, UUID fileId, UUID paidWith) {
}
