package app.entente.receipt;

import java.util.UUID;

/** The document of a receipt is sealed and may be downloaded by the person. */
public record ReceiptSealed(UUID receiptId, UUID personId) {
}
