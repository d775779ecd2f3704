package app.entente.receipt;

import java.util.UUID;

/**
 * The document of a receipt is sealed.
 *
 * @param forThePerson whether the person may download it; what a third payer was billed is not theirs
 */
public record ReceiptSealed(UUID receiptId, UUID personId, boolean forThePerson) {
}
