package app.entente.receipt;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.receipt.ElectronicInvoice.Line;
import app.entente.receipt.ElectronicInvoice.Party;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.mustangproject.IncludedNote;
import org.mustangproject.Invoice;
import org.mustangproject.Item;
import org.mustangproject.LegalOrganisation;
import org.mustangproject.Product;
import org.mustangproject.SchemedID;
import org.mustangproject.SubjectCode;
import org.mustangproject.TradeParty;
import org.mustangproject.ZUGFeRD.Profiles;
import org.mustangproject.ZUGFeRD.TransactionCalculator;
import org.mustangproject.ZUGFeRD.ZUGFeRD2PullProvider;

/** Writes an invoice as Factur-X asks: cross-industry invoice, profile EN 16931, in euros. Type 380, or 381 for a credit note. */
final class FacturX {

    private static final String EURO = "EUR";
    private static final String SIREN = "0002";
    /** Addresses of the French directory of electronic invoices. */
    private static final String ROUTING = "0225";
    private static final String PIECE = "C62";

    private FacturX() {
    }

    /**
     * The XML.
     *
     * @param total what the page says in minor units; refused with {@code receipt.total_not_exact} when net and VAT do not make it up exactly, as
     *     machines will add them up again
     */
    static String xml(ElectronicInvoice invoice, long total) {
        Invoice written = new Invoice().setNumber(invoice.number()).setIssueDate(date(invoice.issuedOn())).setCurrency(EURO)
            .setSender(seller(invoice.seller())).setRecipient(buyer(invoice.buyer()));
        LocalDate last = invoice.issuedOn();
        for (Line line : invoice.lines()) {
            written.addItem(item(line, invoice.exemption()));
            last = line.on();
        }
        written.addNotes(invoice.notes().entrySet().stream().map(note -> new IncludedNote(note.getValue(), SubjectCode.valueOf(note.getKey()))).toList());
        written.setDeliveryDate(date(last));
        written.setTotalPrepaidAmount(BigDecimal.valueOf(invoice.paidMinor(), 2));
        written.setPaymentTermDescription(invoice.terms());
        if (invoice.dueOn() != null) {
            written.setDueDate(date(invoice.dueOn()));
        }
        if (invoice.original() != null) {
            written.setCreditNote();
            written.setInvoiceReferencedDocumentID(invoice.original().number());
            written.setInvoiceReferencedIssueDate(date(invoice.original().on()));
        }
        if (new TransactionCalculator(written).getGrandTotal().compareTo(BigDecimal.valueOf(total, 2)) != 0) {
            throw new BusinessRuleViolation("receipt.total_not_exact");
        }
        ZUGFeRD2PullProvider writer = new ZUGFeRD2PullProvider();
        writer.setProfile(Profiles.getByName("EN16931"));
        writer.generateXML(written);
        return new String(writer.getXML(), StandardCharsets.UTF_8);
    }

    private static Item item(Line line, String exemption) {
        BigDecimal percent = line.percent() == null ? BigDecimal.ZERO : line.percent();
        Product product = new Product(line.label(), "", PIECE, percent);
        if (line.percent() == null) {
            product.setTaxCategoryCode("E").setTaxExemptionReason(exemption).setTaxExemptionReasonCode("VATEX-FR-FRANCHISE");
        }
        Item item = new Item(product, BigDecimal.valueOf(line.netMinor(), 2), BigDecimal.ONE);
        item.setDetailedDeliveryPeriod(date(line.on()), date(line.on()));
        return item;
    }

    private static TradeParty seller(Party seller) {
        TradeParty party = party(seller);
        if (seller.vat() == null) {
            // Without a VAT number the tax office knows the seller by this one.
            party.addTaxID(seller.siren());
        } else {
            party.addVATID(seller.vat().replace(" ", ""));
        }
        return party;
    }

    private static TradeParty buyer(Party buyer) {
        TradeParty party = party(buyer);
        if (buyer.vat() != null) {
            party.addVATID(buyer.vat().replace(" ", ""));
        }
        return party;
    }

    private static TradeParty party(Party from) {
        TradeParty party = new TradeParty(from.name(), from.street(), from.postalCode(), from.city(), "FR");
        if (from.siren() != null) {
            party.addUriUniversalCommunicationID(new SchemedID(ROUTING, from.siren()));
            party.setLegalOrganisation(new LegalOrganisation(new SchemedID(SIREN, from.siren()), from.name()));
        }
        return party;
    }

    // The library counts days in the zone of the machine.
    private static Date date(LocalDate day) {
        return Date.from(day.atTime(12, 0).atZone(ZoneId.systemDefault()).toInstant());
    }
}
