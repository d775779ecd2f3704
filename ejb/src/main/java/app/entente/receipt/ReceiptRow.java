package app.entente.receipt;

import app.entente.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A receipt in a list. Service, day and length are those of its first line.
 *
 * @param means null, like the day of payment, when it was not paid when issued
 * @param kind one of the kinds of {@link Receipt}
 * @param nature of the first line: {@code session} or {@code missed_fee}
 * @param lines how many lines it has
 * @param creditsId the receipt that this credit note takes back; null for every other kind
 * @param creditedBy number of the credit note that takes it back; null when there is none
 */
public record ReceiptRow(UUID id, String number, LocalDate issuedOn, Instant issuedAt, UUID fileId, UUID personId, String recipient,
    UUID meetingId, LocalDate serviceOn, String label, int minutes, long totalMinor, String currency, String means, LocalDate paidOn,
    String status, UUID sealedId, String kind, String nature, Long lines, UUID creditsId, String reason, String payerName, String authorisation,
    LocalDate dueOn, Long paidMinor, String creditedBy) {

    public Money total() {
        return new Money(totalMinor, currency);
    }

    /** What was paid when it was issued; null when nothing was. */
    public Money paid() {
        return paidMinor == null ? null : new Money(paidMinor, currency);
    }

    /** Whether its document is there to download. */
    public boolean sealed() {
        return Receipt.SEALED.equals(status);
    }

    /** Whether it is a credit note. */
    public boolean credit() {
        return Receipt.CREDIT.equals(kind);
    }

    /** Whether a credit note took it back. */
    public boolean credited() {
        return creditedBy != null;
    }

    /** Whether it is for meetings that took place. */
    public boolean session() {
        return ReceiptLine.SESSION.equals(nature);
    }
}
