package app.entente.receipt;

import app.entente.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A receipt in a list. */
public record ReceiptRow(UUID id, String number, LocalDate issuedOn, Instant issuedAt, UUID fileId, UUID personId, String recipient,
    UUID meetingId, LocalDate serviceOn, String label, int minutes, long totalMinor, String currency, String means, LocalDate paidOn,
    String status, UUID sealedId) {

    public Money total() {
        return new Money(totalMinor, currency);
    }

    /** Whether its document is there to download. */
    public boolean sealed() {
        return Receipt.SEALED.equals(status);
    }
}
