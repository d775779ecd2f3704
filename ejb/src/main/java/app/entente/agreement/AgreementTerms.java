package app.entente.agreement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the signed agreement of a file says about money: nothing of why the person came.
 *
 * @param signedAt when the last party signed
 * @param accepted codes of the boxes that the client ticked
 * @param values what was written for variables of the fees, the cancellation and the way the contract was made
 */
public record AgreementTerms(UUID agreementId, Instant signedAt, Set<String> accepted, Map<String, String> values) {

    /** The fee for a meeting missed, in minor units, when the client accepted it by its own box; else null. */
    public Long missedFee() {
        String fee = values.get("cancellation_fee");
        if (!accepted.contains("cancellation_fee") || fee == null || fee.isBlank()) {
            return null;
        }
        return new BigDecimal(fee.strip()).longValueExact();
    }

    /** Hours before a meeting up to which it can be cancelled without a fee; null when nothing was written. */
    public Integer cancellationHours() {
        String hours = values.get("cancellation_hours");
        return hours == null || hours.isBlank() ? null : Integer.valueOf(hours.strip());
    }

    /** Whether the contract was made away from the practice's own premises, at the person's home. */
    public boolean offPremises() {
        return "off_premises".equals(values.get("concluded"));
    }

    /** Whether the client expressly asked to begin before the time to withdraw was over. */
    public boolean earlyStart() {
        return accepted.contains("early_start");
    }
}
