package app.entente.receipt;

import static app.entente.receipt.ReceiptFacts.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The electronic half of a French invoice. */
final class ReceiptElectronic {

    private ReceiptElectronic() {
    }

    /** The invoice as machines read it, under that number; null where there is none to make. */
    static ReceiptContent.Electronic of(ReceiptFacts receipt, ReceiptWords words, String number) {
        if (receipt.quebec() || !receipt.invoice()) {
            return null;
        }
        boolean taxed = !receipt.taxes().taxes().isEmpty();
        List<Long> nets = receipt.nets();
        List<ElectronicInvoice.Line> lines = new ArrayList<>();
        for (int i = 0; i < receipt.items().size(); i++) {
            ReceiptFacts.Item item = receipt.items().get(i);
            lines.add(new ElectronicInvoice.Line(words.label(item, words.first()).replace("\n", ", "), item.meeting().getDay(), nets.get(i),
                taxed ? receipt.law().number("fr.vat.rate") : null));
        }
        Map<String, String> notes = new LinkedHashMap<>();
        if (receipt.buyer() != null && receipt.buyer().business()) {
            ReceiptFacts.BETWEEN_BUSINESSES.forEach((code, text) -> notes.put(code, receipt.law().text(text).getFr()));
        }
        ElectronicInvoice data = new ElectronicInvoice(number, receipt.issuedOn(), null,
            new ElectronicInvoice.Party(receipt.practice().getLegalName(), receipt.practice().getStreet(), receipt.practice().getPostalCode(), receipt.practice().getCity(),
                Siren.of(receipt.practice().getSiret()), taxed && receipt.registration().getVatNumber() != null ? receipt.registration().getVatNumber() : null),
            buyer(receipt), lines, taxed ? null : receipt.law().text("fr.vat.franchise.mention").getFr(), receipt.payment() == null ? 0 : receipt.toPay(), receipt.dueOn(),
            notes, receipt.payment() == null ? ReceiptWords.say("due.now", words.first()) : ReceiptWords.say("paid", words.first(), ReceiptWords.date(receipt.payment().on(), words.first()), ReceiptWords.say("means." + receipt.payment().means(), words.first())));
        return new ReceiptContent.Electronic(data, FacturX.xml(data, receipt.taxes().total()));
    }

    private static ElectronicInvoice.Party buyer(ReceiptFacts receipt) {
        Buyer buyer = receipt.buyer();
        if (buyer == null) {
            return new ElectronicInvoice.Party(receipt.recipient(), receipt.person().getStreet(), receipt.person().getPostalCode(), receipt.person().getCity(), null, null);
        }
        List<String> lines = given(buyer.address()) ? buyer.address().lines().map(String::strip).filter(ReceiptFacts::given).toList() : List.of();
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        boolean coded = last.matches("\\d{5} .+");
        return new ElectronicInvoice.Party(buyer.name() == null ? "" : buyer.name(),
            String.join(", ", coded ? lines.subList(0, lines.size() - 1) : lines), coded ? last.substring(0, 5) : null, coded ? last.substring(6) : null,
            buyer.siren(), null);
    }
}
