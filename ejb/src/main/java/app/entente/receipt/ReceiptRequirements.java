package app.entente.receipt;

import static app.entente.receipt.ReceiptFacts.given;

import app.entente.practice.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the place and insurers require on a document. */
final class ReceiptRequirements {

    private ReceiptRequirements() {
    }

    /** What the place requires on this document and is not there (rule 7). */
    static List<Missing> of(ReceiptFacts receipt) {
        Practice practice = receipt.practice();
        List<Missing> missing = new ArrayList<>();
        require(missing, given(practice.getLegalName()), "legal_name", "practice");
        require(missing, practice.getTitle() != null && given(practice.getTitle().getFr()), "title", "practice");
        require(missing, given(practice.getStreet()) && given(practice.getCity()) && given(practice.getPostalCode()), "address", "practice");
        if (receipt.quebec()) {
            require(missing, given(practice.getPhone()), "phone", "practice");
            if (receipt.law().find("qc.title." + practice.getProfession()).isPresent()) {
                require(missing, given(practice.getOrder()), "order", "practice");
                require(missing, given(practice.getPermit()), "permit", "practice");
                require(missing, titles(receipt).contains(String.valueOf(practice.getTitle().getFr()).toLowerCase(Locale.ROOT)), "title_form", "practice");
            }
        } else {
            require(missing, Siren.isSiret(practice.getSiret()), "siret", "practice");
            String said = practice.getLegalName() + " " + practice.getLegalStatus();
            require(missing, given(practice.getLegalStatus()) && (!said.toLowerCase(Locale.ROOT).contains("individuel") || said.matches("(?s).*\\bEI\\b.*|(?is).*entrepreneur individuel.*")),
                "status", "practice");
        }
        if (!receipt.taxes().taxes().isEmpty()) {
            if (receipt.quebec()) {
                require(missing, given(receipt.registration().getGstNumber()), "gst", "taxes");
                require(missing, given(receipt.registration().getQstNumber()), "qst", "taxes");
            } else {
                require(missing, given(receipt.registration().getVatNumber()), "vat", "taxes");
            }
        }
        require(missing, given(receipt.person().getGivenName()) && given(receipt.person().getFamilyName()), "person", "client");
        buyer(receipt, missing);
        return missing;
    }

    private static void buyer(ReceiptFacts receipt, List<Missing> missing) {
        Buyer buyer = receipt.buyer();
        if (receipt.covered() || receipt.invoice() && receipt.quebec() && buyer != null) {
            require(missing, buyer != null && given(buyer.name()), "buyer", "form");
            require(missing, buyer != null && given(buyer.authorisation()), "authorisation", "form");
        }
        if (receipt.invoice() && buyer != null) {
            require(missing, given(buyer.name()) || receipt.quebec(), "buyer", "form");
            require(missing, given(buyer.address()), "buyer_address", "form");
            require(missing, !buyer.business() || Siren.isSiren(buyer.siren()), "siren", "form");
        } else if (receipt.invoice() && !receipt.quebec()) {
            require(missing, given(receipt.person().getStreet()) && given(receipt.person().getCity()) && given(receipt.person().getPostalCode()), "person_address", "client");
        }
    }

    private static void require(List<Missing> missing, boolean there, String what, String where) {
        if (!there) {
            missing.add(new Missing(what, where));
        }
    }

    private static Set<String> titles(ReceiptFacts receipt) {
        return Set.of(receipt.law().rule("qc.title." + receipt.practice().getProfession()).getValue().split("\\|"));
    }
}
