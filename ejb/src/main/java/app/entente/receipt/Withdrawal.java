package app.entente.receipt;

import app.entente.agreement.AgreementTerms;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.meeting.Meeting;
import app.entente.practice.LawPack;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a client of France may go back on: a contract made at a distance or at their home. The days are those of the law in force; both delays end
 * with their last day.
 */
final class Withdrawal {

    private static final String PAYMENT = "fr.off_premises.no_payment";
    private static final String WITHDRAWAL = "fr.withdrawal";

    private Withdrawal() {
    }

    /**
     * Refuses with {@code receipt.off_premises} a payment taken while a contract made at the client's home is too young, and with
     * {@code receipt.early_start} a meeting held while the client could still withdraw and had not expressly asked to begin. A contract signed
     * after a meeting does not speak of it.
     */
    static void check(AgreementTerms terms, List<Meeting> meetings, Payment payment, LawPack law, ZoneId zone) {
        if (!"FR".equals(law.jurisdiction()) || terms.signedAt() == null) {
            return;
        }
        LocalDate signed = terms.signedAt().atZone(zone).toLocalDate();
        if (payment != null && payment.on() != null && terms.offPremises()) {
            LocalDate last = signed.plusDays(law.number(PAYMENT).longValueExact());
            if (!payment.on().isBefore(signed) && !payment.on().isAfter(last)) {
                throw new BusinessRuleViolation("receipt.off_premises", last.plusDays(1));
            }
        }
        if (!terms.earlyStart()) {
            LocalDate last = signed.plusDays(law.number(WITHDRAWAL).longValueExact());
            if (meetings.stream().filter(Meeting::isHeld).map(Meeting::getDay).anyMatch(day -> !day.isBefore(signed) && !day.isAfter(last))) {
                throw new BusinessRuleViolation("receipt.early_start", last);
            }
        }
    }
}
