package app.entente.receipt;

import java.util.UUID;

/** A receipt has its number; its document is still to be sealed. */
public record ReceiptIssued(UUID receiptId, UUID personId, UUID fileId) {
}
