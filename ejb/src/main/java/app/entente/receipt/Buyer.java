package app.entente.receipt;

import app.entente.kernel.BusinessRuleViolation;
import java.util.UUID;

/**
 * Who pays instead of the client: an employee programme, an insurer, a company. Knows amounts and dates, never what was said.
 *
 * @param payerId the payer written down in the file; null when only typed here
 * @param name as printed
 * @param address several lines
 * @param siren of a French company, nine digits; null for everybody else
 * @param authorisation number under which the payer pays; null when there is none
 * @param authorisedSessions how many sessions that number covers; null when not limited
 * @param termDays days to pay; null when due at once
 */
public record Buyer(UUID payerId, String name, String address, String siren, String authorisation, Integer authorisedSessions, Integer termDays) {

    private static final int LONGEST_TERM = 60;

    /** Blank is nothing. A number of sessions below one, and a term that is no number of days between 0 and 60, are refused. */
    public Buyer {
        name = clean(name);
        address = clean(address);
        siren = siren == null ? null : clean(siren.replaceAll("\\D", ""));
        authorisation = clean(authorisation);
        if (authorisedSessions != null && authorisedSessions < 1) {
            throw new BusinessRuleViolation("receipt.authorised_sessions");
        }
        if (termDays != null && (termDays < 0 || termDays > LONGEST_TERM)) {
            throw new BusinessRuleViolation("receipt.term", LONGEST_TERM);
        }
    }

    /** Whether it is a French business. */
    public boolean business() {
        return siren != null;
    }

    private static String clean(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
