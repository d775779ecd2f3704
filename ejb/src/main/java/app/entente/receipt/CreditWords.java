package app.entente.receipt;

import app.entente.kernel.Texts;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a credit note is said: as the receipt was, the other way round, and why. */
final class CreditWords {

    private CreditWords() {
    }

    /** The words of the credit note that takes this receipt back, under that number. */
    static ReceiptContent of(ReceiptContent original, Receipt receipt, String number, String reason, LocalDate today, String jurisdiction, String language) {
        Locale french = Texts.locale("fr", jurisdiction);
        List<Locale> locales = "en".equals(language) ? List.of(french, Texts.locale("en", jurisdiction)) : List.of(french);
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(ReceiptWords.beside(locales, l -> ReceiptWords.say("credits", l)), locales.stream()
            .map(l -> ReceiptWords.say("credits.of", l, receipt.getDisplayNumber(), ReceiptWords.date(receipt.getIssuedOn(), l))).distinct().collect(Collectors.joining("\n")));
        reasons.put(ReceiptWords.beside(locales, l -> ReceiptWords.say("reason", l)), reason);
        List<String> kept = Stream.of("person.receipt", "person.invoice", "person.covered", "person.beside", "person", "buyer", "authorisation", "third")
            .map(key -> ReceiptWords.beside(locales, l -> ReceiptWords.say(key, l))).toList();
        ReceiptContent.Electronic electronic = null;
        if (original.invoice() != null) {
            ElectronicInvoice data = original.invoice().data().reversed(number, today, reason);
            electronic = new ReceiptContent.Electronic(data, FacturX.xml(data, receipt.getTotal().minor()));
        }
        return original.reversed(ReceiptWords.beside(locales, l -> ReceiptWords.say("title.credit", l)) + " " + number,
            ReceiptWords.beside(locales, l -> ReceiptWords.say("description.credit", l, receipt.getDisplayNumber())),
            ReceiptWords.beside(locales, l -> ReceiptWords.say("issued.credit", l, number, ReceiptWords.date(today, l))), reasons, kept,
            ReceiptWords.beside(locales, l -> ReceiptWords.say("signed", l, ReceiptWords.date(today, l))), Map.of(ReceiptWords.beside(locales, l -> ReceiptWords.say("total", l)), ReceiptWords.beside(locales, l -> ReceiptWords.say("total.credit", l))),
            electronic);
    }
}
