package app.entente.receipt;

import app.entente.kernel.Bilingual;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A meeting that took place and what its receipt would say.
 *
 * @param id of the meeting
 * @param personId the client
 * @param person the client's name as insurers know it
 * @param price whole price of the meeting
 * @param preview its receipt as it would be issued; null when none can be
 * @param refused why none can be; null when one can, or when only something is missing
 * @param receiptId the latest receipt that stands for it; null when there is none
 * @param number that receipt's number
 * @param paidByOther whether a payer of the file pays on that day
 */
public record WeekRow(UUID id, UUID fileId, Instant startsAt, int minutes, UUID personId, String person, Bilingual service, Money price, ReceiptPreview preview, BusinessRuleViolation refused, UUID receiptId,
    String number, boolean paidByOther) {

    /** Whether its receipt can be issued with the others: nothing is missing and the client is who pays. */
    public boolean ready() {
        return preview != null && preview.ready() && !paidByOther;
    }

    /** Whether there is nothing left to issue: it has its receipt, or costs nothing. */
    public boolean settled() {
        return preview == null && (receiptId != null && "receipt.already_issued".equals(refused.code()) || price.minor() == 0);
    }

    /** Whether somebody has to look at it first: something is missing, or somebody else pays. */
    public boolean waiting() {
        return !ready() && !settled();
    }
}
