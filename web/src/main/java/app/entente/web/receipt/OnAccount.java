package app.entente.web.receipt;

import app.entente.kernel.Money;
import app.entente.payment.PaymentRow;
import app.entente.payment.Settlements;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What clients have on account where receipts are issued to them: a payment that is in the ledger already is not written down again. */
@RequestScoped
public class OnAccount {

    @Inject
    private Settlements settlements;
    private List<PaymentRow> rows = List.of();
    private Map<UUID, UUID> takenBack = Map.of();

    void load(Collection<UUID> persons, Collection<UUID> meetings) {
        rows = settlements.onAccount(persons);
        takenBack = rows.isEmpty() ? Map.of() : settlements.takenBack(meetings);
    }

    /** Every payment with something on account, oldest first. */
    List<PaymentRow> rows() {
        return rows;
    }

    /** That payment, when it has something on account. */
    Optional<PaymentRow> find(String id) {
        return rows.stream().filter(row -> row.id().toString().equals(id)).findFirst();
    }

    /** The payment that a receipt of this meeting had said before it was taken back, when it is still on account. */
    Optional<PaymentRow> takenBack(UUID meeting) {
        return rows.stream().filter(row -> row.id().equals(takenBack.get(meeting))).findFirst();
    }

    /** What a client has on account in all; null for nothing. */
    Money sum(UUID person) {
        return rows.stream().filter(row -> person.equals(row.personId())).map(PaymentRow::free).reduce(Money::plus).orElse(null);
    }
}
