package app.entente.seed;

import app.entente.kernel.Money;
import app.entente.meeting.Meeting;
import app.entente.payment.Debtor;
import app.entente.payment.PaymentOrder;
import app.entente.payment.Payments;
import app.entente.receipt.Buyer;
import app.entente.receipt.Payment;
import app.entente.receipt.Receipt;
import app.entente.receipt.ReceiptOrder;
import app.entente.receipt.Issuing;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the demo practices had issued and received: paid on the day, in part, with something left over, given back. Nothing is of somebody with a login, so that
 * their space begins as a new client's does, and nobody is written to.
 */
final class DemoMoney {

    private static final LocalTime EVENING = LocalTime.of(20, 30);
    private static final Buyer PROGRAMME = new Buyer(null, "Programme d’aide Exemple", "1, rue de l’Exemple\nMontréal (Québec) H0H 0H0", null, "AUT-0001", 6, 30);

    private final Issuing issuing;
    private final Payments payments;
    private final ZoneId zone;

    DemoMoney(Issuing issuing, Payments payments, ZoneId zone) {
        this.issuing = issuing;
        this.payments = payments;
        this.zone = zone;
    }

    /**
     * Writes it, each series in the order of its days.
     *
     * @param held the held meetings of each client, by the client's key, oldest first
     * @param clients the person each file is for
     */
    void establish(String slug, Map<String, List<Meeting>> held, Map<UUID, UUID> clients) {
        if ("maude-lavigne".equals(slug)) {
            programme(held.get("aicha-benali").subList(0, 2));
            couple(held.get("felix-bergeron").get(0), clients);
        } else {
            home(held.get("lucette-perrin"), clients);
            Meeting session = held.get("sacha-morel").get(1);
            issue(ReceiptOrder.of(session.getId(), new Payment("transfer", session.getDay())), session);
        }
    }

    /** The programme pays two meetings a little too much and gets the rest back; the person has a receipt of nothing paid. */
    private void programme(List<Meeting> meetings) {
        Meeting last = meetings.get(1);
        List<UUID> ids = meetings.stream().map(Meeting::getId).toList();
        UUID invoice = issue(new ReceiptOrder(Receipt.INVOICE, ids, null, List.of(), null, null, PROGRAMME), last);
        issue(new ReceiptOrder(Receipt.COVERED, ids, null, List.of(), null, null, PROGRAMME), last);
        UUID cheque = payments.establish(new PaymentOrder(Debtor.payer(PROGRAMME.name()), List.of(invoice), new Money(27500, "CAD"), "cheque", last.getDay().plusDays(20)));
        payments.establishRefund(cheque, 500, "cheque", last.getDay().plusDays(28));
    }

    /** An invoice that is paid by half. */
    private void couple(Meeting meeting, Map<UUID, UUID> clients) {
        UUID invoice = issue(new ReceiptOrder(Receipt.INVOICE, List.of(meeting.getId()), null, List.of(), null, null, null), meeting);
        payments.establish(new PaymentOrder(Debtor.client(clients.get(meeting.getFileId())), List.of(invoice), new Money(8000, "CAD"), "interac", meeting.getDay().plusDays(2)));
    }

    /** A visit paid in cash, and one paid with more than it costs. */
    private void home(List<Meeting> visits, Map<UUID, UUID> clients) {
        Meeting first = visits.get(0);
        issue(ReceiptOrder.of(first.getId(), new Payment("cash", first.getDay())), first);
        Meeting second = visits.get(1);
        UUID note = issue(ReceiptOrder.of(second.getId(), null), second);
        payments.establish(new PaymentOrder(Debtor.client(clients.get(second.getFileId())), List.of(note), new Money(10000, "EUR"), "cheque", second.getDay().plusDays(3)));
    }

    private UUID issue(ReceiptOrder order, Meeting after) {
        return issuing.establish(order, after.getDay().atTime(EVENING).atZone(zone).toInstant());
    }
}
