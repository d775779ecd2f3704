package app.entente.receipt;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.meeting.Meeting;
import app.entente.person.PersonDetails;
import app.entente.practice.LawPack;
import app.entente.practice.Practice;
import app.entente.practice.Service;
import app.entente.workspace.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a receipt is made from, and what it comes to; {@link ReceiptWords} says it, {@link ReceiptRequirements} knows what it lacks.
 *
 * @param law the rules of the place on the day it is issued
 * @param registration how the practice stands with the tax office that day; null when its profile says all there is
 * @param kind one of the kinds of {@link Receipt}, but for a credit note
 * @param person the client of the file
 * @param attendees names of those who received the service
 * @param items one line each
 * @param billedBefore sessions that were invoiced under the buyer's authorisation before this one
 * @param issuedOn the day of the workspace
 */
record ReceiptFacts(Workspace workspace, Practice practice, LawPack law, TaxRegistration registration, String kind, PersonDetails person,
    List<String> attendees, List<Item> items, Buyer buyer, Payment payment, long billedBefore, LocalDate issuedOn) {

    /** What a business of France is told on an invoice, by the code that machines know it under. */
    static final Map<String, String> BETWEEN_BUSINESSES = new java.util.TreeMap<>(Map.of("PMD", "fr.invoice.late_payment.mention",
        "PMT", "fr.invoice.recovery.mention", "AAB", "fr.invoice.discount.mention"));

    /**
     * One meeting on a receipt.
     *
     * @param price whole price of the meeting, or the whole fee for missing it
     * @param amount what this receipt covers of it
     * @param billedMinutes length that is billed; null for the meeting's own
     * @param fee whether it is for a meeting that was missed
     */
    record Item(Meeting meeting, Service service, long price, long amount, Integer billedMinutes, boolean fee) {
    }

    /** Refuses what no receipt is given for (rules 1, 3 and 5). */
    void check() {
        if (items.stream().anyMatch(item -> !item.fee() && !item.meeting().isHeld())) {
            throw new BusinessRuleViolation("receipt.not_held");
        }
        if (items.isEmpty() || items.stream().anyMatch(item -> item.price() <= 0)) {
            throw new BusinessRuleViolation("receipt.nothing_paid");
        }
        if (!covered() && items.stream().anyMatch(item -> item.amount() <= 0)) {
            throw new BusinessRuleViolation("receipt.share");
        }
        if (payment != null) {
            payment.check(currency(), issuedOn);
        } else if (quebec() && Receipt.RECEIPT.equals(kind)) {
            throw new BusinessRuleViolation("receipt.not_paid_yet");
        }
        if (buyer != null && buyer.authorisedSessions() != null && invoice() && billedBefore + items.size() > buyer.authorisedSessions()) {
            throw new BusinessRuleViolation("receipt.authorisation_used", buyer.authorisation(), buyer.authorisedSessions(), billedBefore);
        }
    }

    /** What the place requires on this document and is not there (rule 7). */
    List<Missing> missing() {
        return ReceiptRequirements.of(this);
    }

    /** The words of the document under that number. */
    ReceiptContent content(String number) {
        return new ReceiptWords(this).content(number);
    }

    /** Law texts on this document that no professional has confirmed. */
    List<String> doubtful() {
        return mentionCodes().stream().filter(code -> !law.checked(code)).toList();
    }

    /** Law texts on this document, in their order. */
    List<String> mentionCodes() {
        List<String> codes = new ArrayList<>();
        if (!mixed()) {
            statuses().stream().map(TaxStatus::mention).filter(java.util.Objects::nonNull).forEach(codes::add);
        }
        if (invoice() && !quebec()) {
            law.find("fr.invoice.operations.mention").ifPresent(text -> codes.add(text.getCode()));
            if (buyer != null && buyer.business()) {
                codes.addAll(BETWEEN_BUSINESSES.values());
            }
        }
        return codes;
    }

    /** Who received the service (rule 9). */
    String recipient() {
        return attendees.isEmpty() ? person.getGivenName() + " " + person.getFamilyName() : String.join(", ", attendees);
    }

    /** What each line comes to without taxes; nothing where somebody else paid. */
    List<Long> nets() {
        if (covered()) {
            return items.stream().map(item -> 0L).toList();
        }
        List<Item> taxed = items.stream().filter(item -> status(item) == TaxStatus.TAXED).toList();
        if (taxed.isEmpty()) {
            return items.stream().map(Item::amount).toList();
        }
        List<Long> shares = new ArrayList<>(Taxes.share(ofTaxed(taxed).net(), taxed.stream().map(Item::amount).toList()));
        return items.stream().map(item -> status(item) == TaxStatus.TAXED ? shares.remove(0) : Long.valueOf(item.amount())).toList();
    }

    /** Net, taxes and total of the document. */
    Taxes taxes() {
        if (covered()) {
            return new Taxes(0, List.of(), 0);
        }
        List<Item> taxed = items.stream().filter(item -> status(item) == TaxStatus.TAXED).toList();
        long others = items.stream().filter(item -> status(item) != TaxStatus.TAXED).mapToLong(Item::amount).sum();
        if (taxed.isEmpty()) {
            return new Taxes(others, List.of(), others);
        }
        Taxes due = ofTaxed(taxed);
        return new Taxes(others + due.net(), due.taxes(), others + due.total());
    }

    private Taxes ofTaxed(List<Item> taxed) {
        long sum = taxed.stream().mapToLong(Item::amount).sum();
        List<Taxes.Rate> rates = quebec()
            ? List.of(new Taxes.Rate("gst", law.number("qc.tax.gst")), new Taxes.Rate("qst", law.number("qc.tax.qst")))
            : List.of(new Taxes.Rate("vat", law.number("fr.vat.rate")));
        return registration.isPricesIncludeTax() ? Taxes.within(sum, rates) : Taxes.on(sum, rates);
    }

    /** How a line stands with taxes. */
    TaxStatus status(Item item) {
        return TaxStatus.of(item.service(), workspace.getJurisdiction(), registration == null ? regimeOfProfile() : registration.getRegime());
    }

    // Without a registration there is no number to charge a tax under.
    private String regimeOfProfile() {
        if (TaxRegistration.TAXABLE.equals(practice.getTaxRegime())) {
            throw new BusinessRuleViolation("receipt.not_registered");
        }
        return practice.getTaxRegime();
    }

    /** What is to be paid by the means chosen: in cash, where the place has no small coins, the total alone is rounded. */
    long toPay() {
        boolean coins = payment != null && "cash".equals(payment.means());
        return coins && quebec() ? Taxes.cash(taxes().total(), law.number("qc.tax.cash_step").longValueExact()) : taxes().total();
    }

    /** What was paid; null when nothing was. */
    Long paid() {
        return payment == null ? null : Long.valueOf(toPay());
    }

    /** When it is to be paid at the latest; null when it is paid, or nothing is due. */
    LocalDate dueOn() {
        if (payment != null || covered()) {
            return null;
        }
        return issuedOn.plusDays(buyer == null || buyer.termDays() == null ? 0 : buyer.termDays());
    }

    String currency() {
        return practice.getCurrency();
    }

    boolean covered() {
        return Receipt.COVERED.equals(kind);
    }

    boolean invoice() {
        return Receipt.INVOICE.equals(kind);
    }

    /** Whether nobody is named: an employee programme knows its authorisation, not the name. */
    boolean namesNobody() {
        return invoice() && buyer != null && given(buyer.authorisation());
    }

    /** Whether its lines stand differently with taxes. */
    boolean mixed() {
        return statuses().size() > 1;
    }

    private Set<TaxStatus> statuses() {
        return items.stream().map(this::status).collect(Collectors.toCollection(() -> EnumSet.noneOf(TaxStatus.class)));
    }

    boolean quebec() {
        return "CA-QC".equals(workspace.getJurisdiction());
    }

    static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
