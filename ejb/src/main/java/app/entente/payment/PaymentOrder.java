package app.entente.payment;

import app.entente.kernel.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A payment to write down.
 *
 * @param debtor who paid; with receipts it is theirs
 * @param receipts those it settles, the oldest first as far as it goes; none when it is on account
 */
public record PaymentOrder(Debtor debtor, List<UUID> receipts, Money amount, String means, LocalDate on) {

    public PaymentOrder {
        receipts = receipts.stream().distinct().toList();
    }

    /** What is asked for, in a form that two sendings of one form share. */
    String asked() {
        return asked(debtor.personId() + " " + debtor.payerName(), receipts, amount, means, on);
    }

    static String asked(String whom, Collection<UUID> receipts, Money amount, String means, LocalDate on) {
        return String.join("|", whom, receipts.stream().map(UUID::toString).sorted().collect(Collectors.joining(" ")), amount.minor() + amount.currency(), means,
            String.valueOf(on));
    }
}
