package app.entente.receipt;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody wants a receipt of.
 *
 * @param kind {@code receipt} (reçu, in France note), {@code invoice} (facture), or {@code covered}: for the client of a third payer, who paid nothing
 * @param meetings of one file, one line each, in the order of their days
 * @param shareMinor what this receipt covers of each meeting's price, in minor units; null for all that is left
 * @param attendees those named as having received the service; empty for the file's client
 * @param billedMinutes length that is billed where it is not the length of the meeting; else null
 * @param payment how it was paid; null when it is not paid yet
 * @param buyer who pays instead of the client; null when nobody does
 */
public record ReceiptOrder(String kind, List<UUID> meetings, Long shareMinor, List<UUID> attendees, Integer billedMinutes, Payment payment, Buyer buyer) {

    public ReceiptOrder {
        meetings = meetings.stream().distinct().toList();
        attendees = attendees.stream().distinct().toList();
    }

    /** The usual receipt of one meeting, paid by the client. */
    public static ReceiptOrder of(UUID meeting, Payment payment) {
        return new ReceiptOrder(Receipt.RECEIPT, List.of(meeting), null, List.of(), null, payment, null);
    }

    /** What is asked for, in a form that two sendings of one form share. */
    String asked() {
        return Stream.concat(Stream.of(kind), meetings.stream().map(UUID::toString).sorted()).collect(Collectors.joining(" "));
    }
}
