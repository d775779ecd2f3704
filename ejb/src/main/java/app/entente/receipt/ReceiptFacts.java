package app.entente.receipt;

import app.entente.document.Accent;
import app.entente.document.Letterhead;
import app.entente.document.Paper;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.LongDate;
import app.entente.kernel.Money;
import app.entente.kernel.Texts;
import app.entente.meeting.Meeting;
import app.entente.person.PersonDetails;
import app.entente.practice.LawPack;
import app.entente.practice.Practice;
import app.entente.practice.Service;
import app.entente.workspace.Workspace;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a receipt is made from, and how it is said.
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

    private static final String BESIDE = " / ";
    /** What a business of France is told on an invoice, by the code that machines know it under. */
    private static final Map<String, String> BETWEEN_BUSINESSES = new java.util.TreeMap<>(Map.of("PMD", "fr.invoice.late_payment.mention",
        "PMT", "fr.invoice.recovery.mention", "AAB", "fr.invoice.discount.mention"));
    private static final int SIREN = 9;
    private static final int SIRET = 14;

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
        List<Missing> missing = new ArrayList<>();
        require(missing, given(practice.getLegalName()), "legal_name", "practice");
        require(missing, practice.getTitle() != null && given(practice.getTitle().getFr()), "title", "practice");
        require(missing, given(practice.getStreet()) && given(practice.getCity()) && given(practice.getPostalCode()), "address", "practice");
        if (quebec()) {
            require(missing, given(practice.getPhone()), "phone", "practice");
            if (law.find("qc.title." + practice.getProfession()).isPresent()) {
                require(missing, given(practice.getOrder()), "order", "practice");
                require(missing, given(practice.getPermit()), "permit", "practice");
                require(missing, titles().contains(String.valueOf(practice.getTitle().getFr()).toLowerCase(Locale.ROOT)), "title_form", "practice");
            }
        } else {
            require(missing, digits(practice.getSiret()).length() == SIRET && luhn(digits(practice.getSiret())), "siret", "practice");
            String said = practice.getLegalName() + " " + practice.getLegalStatus();
            require(missing, given(practice.getLegalStatus()) && (!said.toLowerCase(Locale.ROOT).contains("individuel") || said.matches("(?s).*\\bEI\\b.*|(?is).*entrepreneur individuel.*")),
                "status", "practice");
        }
        if (!taxes().taxes().isEmpty()) {
            if (quebec()) {
                require(missing, given(registration.getGstNumber()), "gst", "taxes");
                require(missing, given(registration.getQstNumber()), "qst", "taxes");
            } else {
                require(missing, given(registration.getVatNumber()), "vat", "taxes");
            }
        }
        require(missing, given(person.getGivenName()) && given(person.getFamilyName()), "person", "client");
        buyerMissing(missing);
        return missing;
    }

    private void buyerMissing(List<Missing> missing) {
        if (covered() || invoice() && quebec() && buyer != null) {
            require(missing, buyer != null && given(buyer.name()), "buyer", "form");
            require(missing, buyer != null && given(buyer.authorisation()), "authorisation", "form");
        }
        if (invoice() && buyer != null) {
            require(missing, given(buyer.name()) || quebec(), "buyer", "form");
            require(missing, given(buyer.address()), "buyer_address", "form");
            require(missing, !buyer.business() || buyer.siren().length() == SIREN && luhn(buyer.siren()), "siren", "form");
        } else if (invoice() && !quebec()) {
            require(missing, given(person.getStreet()) && given(person.getCity()) && given(person.getPostalCode()), "person_address", "client");
        }
    }

    private static void require(List<Missing> missing, boolean there, String what, String where) {
        if (!there) {
            missing.add(new Missing(what, where));
        }
    }

    private Set<String> titles() {
        return Set.of(law.rule("qc.title." + practice.getProfession()).getValue().split("\\|"));
    }

    /** Law texts on this document that no professional has confirmed. */
    List<String> doubtful() {
        return mentionCodes().stream().filter(code -> !law.checked(code)).toList();
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

    // An employee programme knows its authorisation, not the name.
    private boolean namesNobody() {
        return invoice() && buyer != null && given(buyer.authorisation());
    }

    /** The words of the document under that number. */
    ReceiptContent content(String number) {
        return new ReceiptContent(
            beside(locale -> say("title." + kind, locale)) + " " + number, beside(this::description),
            beside(locale -> say("issued." + kind, locale, number, date(issuedOn, locale))),
            first().toLanguageTag(), Paper.of(practice.getCountry()).name(), letterhead(), facts(),
            List.of(column("date"), column("service")),
            quebec() ? List.of(column("length"), column("amount")) : List.of(column("quantity"), column("price"), column("amount")),
            rows(), totals(), mentionCodes().stream().map(code -> beside(locale -> law.text(code).in(locale.getLanguage()))).toList(),
            List.of(practice.getLegalName(), beside(locale -> practice.getTitle().in(locale.getLanguage())),
                beside(locale -> say("signed", locale, date(issuedOn, locale)))),
            electronic(number));
    }

    private String description(Locale locale) {
        if (items.stream().anyMatch(Item::fee)) {
            return say("description.fee", locale);
        }
        return items.size() == 1 ? say("description." + kind, locale, date(items.get(0).meeting().getDay(), locale))
            : say("description.several", locale, say("title." + kind, locale), items.size());
    }

    private List<List<String>> rows() {
        List<Long> nets = nets();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String amount = money(covered() ? item.price() : nets.get(i));
            String day = below(locale -> date(item.meeting().getDay(), locale));
            if (quebec()) {
                rows.add(List.of(day, below(locale -> label(item, locale)), item.fee() ? "\u2013" : length(item, first()), amount));
            } else {
                rows.add(List.of(day, below(locale -> label(item, locale)), "1", amount, amount));
            }
        }
        return rows;
    }

    private String label(Item item, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(item.fee() ? law.text(quebec() ? "qc.missed_fee.mention" : "fr.cancellation.mention").in(locale.getLanguage())
            : item.service().getTitle().in(locale.getLanguage()));
        if (!quebec() && !item.fee()) {
            lines.add(say("place." + item.meeting().getMode(), locale) + ", " + length(item, locale));
        }
        if (!covered() && item.amount() < item.price()) {
            lines.add(say("share", locale, new Money(item.amount(), currency()).format(locale), new Money(item.price(), currency()).format(locale)));
        }
        if (mixed()) {
            lines.add(say("tax." + status(item).code(), locale));
        }
        return String.join("\n", lines);
    }

    private String length(Item item, Locale locale) {
        int contact = item.meeting().getMinutes();
        return item.billedMinutes() == null || item.billedMinutes() == contact ? say("minutes", locale, contact)
            : say("minutes", locale, item.billedMinutes()) + "\n" + say("minutes.contact", locale, contact);
    }

    private boolean mixed() {
        return statuses().size() > 1;
    }

    private Set<TaxStatus> statuses() {
        return items.stream().map(this::status).collect(Collectors.toCollection(() -> EnumSet.noneOf(TaxStatus.class)));
    }

    private List<List<String>> totals() {
        List<List<String>> totals = new ArrayList<>();
        if (covered()) {
            String all = money(items.stream().mapToLong(Item::price).sum());
            totals.add(List.of(title("total.fees"), all));
            totals.add(List.of(title("total.third"), all));
            totals.add(List.of(title("total.client"), money(0)));
            return totals;
        }
        Taxes due = taxes();
        if (due.taxes().isEmpty()) {
            totals.add(List.of(title(payment == null && quebec() ? "total.due" : "total"), money(due.total())));
        } else {
            totals.add(List.of(title("total.net"), money(due.net())));
            due.taxes().forEach(tax -> totals.add(List.of(beside(locale -> say("total." + tax.code(), locale, percent(tax.percent(), locale), number(tax.code()))),
                money(tax.amount()))));
            totals.add(List.of(title(payment == null || !quebec() ? "total.gross" : "total"), money(due.total())));
        }
        if (toPay() != due.total()) {
            totals.add(List.of(title("total.rounding"), money(toPay() - due.total()).replace('-', '\u2212')));
            totals.add(List.of(title("total.cash"), money(toPay())));
        }
        return totals;
    }

    private String number(String tax) {
        String number = switch (tax) {
            case "gst" -> registration.getGstNumber();
            case "qst" -> registration.getQstNumber();
            default -> registration.getVatNumber();
        };
        return number == null ? "" : number;
    }

    private List<String> mentionCodes() {
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

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        if (invoice() && buyer != null) {
            facts.put(title("buyer"), Stream.of(buyer.name(), buyer.address(), buyer.business() ? say("siren", first(), grouped(buyer.siren())) : null)
                .filter(ReceiptFacts::given).collect(Collectors.joining("\n")));
        }
        if (buyer != null && given(buyer.authorisation())) {
            String before = covered() ? buyer.name() + ", " : "";
            facts.put(title(covered() ? "third" : "authorisation"), before + below(locale -> say("authorisation.number", locale, buyer.authorisation())));
        }
        if (namesNobody()) {
            facts.put(title("sessions"), below(locale -> buyer.authorisedSessions() == null ? say("sessions.here", locale, items.size())
                : say("sessions.of", locale, items.size(), billedBefore + items.size(), buyer.authorisedSessions())));
        } else {
            String address = invoice() && buyer == null && !quebec() ? person.getStreet() + "\n" + person.getPostalCode() + " " + person.getCity() : null;
            facts.put(title(invoice() && buyer != null ? "person.beside" : "person." + kind),
                Stream.of(recipient(), address).filter(ReceiptFacts::given).collect(Collectors.joining("\n")));
        }
        if (payment != null) {
            facts.put(title("payment"), below(locale -> say("paid", locale, date(payment.on(), locale), say("means." + payment.means(), locale))));
        } else if (!covered()) {
            facts.put(title("due"), below(locale -> dueOn().isAfter(issuedOn) ? say("due.by", locale, date(dueOn(), locale)) : say("due.now", locale)));
        }
        facts.put(title("balance"), money(payment == null ? taxes().total() : 0));
        return facts;
    }

    private ReceiptContent.Electronic electronic(String number) {
        if (quebec() || !invoice()) {
            return null;
        }
        boolean taxed = !taxes().taxes().isEmpty();
        List<Long> nets = nets();
        List<ElectronicInvoice.Line> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            lines.add(new ElectronicInvoice.Line(label(item, first()).replace("\n", ", "), item.meeting().getDay(), nets.get(i),
                taxed ? law.number("fr.vat.rate") : null));
        }
        Map<String, String> notes = new LinkedHashMap<>();
        if (buyer != null && buyer.business()) {
            BETWEEN_BUSINESSES.forEach((code, text) -> notes.put(code, law.text(text).getFr()));
        }
        ElectronicInvoice data = new ElectronicInvoice(number, issuedOn, null,
            new ElectronicInvoice.Party(practice.getLegalName(), practice.getStreet(), practice.getPostalCode(), practice.getCity(),
                sirenOf(practice.getSiret()), taxed && registration.getVatNumber() != null ? registration.getVatNumber() : null),
            buyerParty(), lines, taxed ? null : law.text("fr.vat.franchise.mention").getFr(), payment == null ? 0 : toPay(), dueOn(),
            notes, payment == null ? say("due.now", first()) : say("paid", first(), date(payment.on(), first()), say("means." + payment.means(), first())));
        return new ReceiptContent.Electronic(data, FacturX.xml(data, taxes().total()));
    }

    private ElectronicInvoice.Party buyerParty() {
        if (buyer == null) {
            return new ElectronicInvoice.Party(recipient(), person.getStreet(), person.getPostalCode(), person.getCity(), null, null);
        }
        List<String> lines = given(buyer.address()) ? buyer.address().lines().map(String::strip).filter(ReceiptFacts::given).toList() : List.of();
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        boolean coded = last.matches("\\d{5} .+");
        return new ElectronicInvoice.Party(buyer.name() == null ? "" : buyer.name(),
            String.join(", ", coded ? lines.subList(0, lines.size() - 1) : lines), coded ? last.substring(0, 5) : null, coded ? last.substring(6) : null,
            buyer.siren(), null);
    }

    private Letterhead letterhead() {
        List<String> qualities = new ArrayList<>();
        qualities.add(capital(beside(locale -> practice.getTitle().in(locale.getLanguage()))));
        add(qualities, practice.getOrder());
        if (given(practice.getPermit())) {
            qualities.add(beside(locale -> say("permit", locale, practice.getPermit())));
        }
        if (given(practice.getSiret())) {
            qualities.add(say("siret", first(), siret(practice.getSiret())));
        }
        add(qualities, practice.getLegalStatus());
        if (!quebec() && !taxes().taxes().isEmpty()) {
            add(qualities, given(registration.getVatNumber()) ? say("vat", first(), registration.getVatNumber()) : null);
        }
        List<String> contact = new ArrayList<>();
        contact.add(practice.getStreet());
        contact.add("CA".equals(practice.getCountry())
            ? practice.getCity() + " (" + ("QC".equals(practice.getRegion()) ? "Québec" : practice.getRegion()) + ")\u00A0 " + practice.getPostalCode() : practice.getPostalCode() + " " + practice.getCity());
        add(contact, practice.getPhone());
        add(contact, practice.getEmail());
        String name = given(practice.getAbbreviation()) ? practice.getLegalName() + ", " + practice.getAbbreviation() : practice.getLegalName();
        return new Letterhead(name, qualities, contact, Accent.of(workspace.getAccent()).colour());
    }

    /** The same words for a credit note of an issued receipt. */
    static ReceiptContent credit(ReceiptContent original, Receipt receipt, String number, String reason, LocalDate today, String jurisdiction, String language) {
        Locale french = Texts.locale("fr", jurisdiction);
        List<Locale> locales = "en".equals(language) ? List.of(french, Texts.locale("en", jurisdiction)) : List.of(french);
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(beside(locales, l -> say("credits", l)), locales.stream()
            .map(l -> say("credits.of", l, receipt.getDisplayNumber(), date(receipt.getIssuedOn(), l))).distinct().collect(Collectors.joining("\n")));
        reasons.put(beside(locales, l -> say("reason", l)), reason);
        List<String> kept = Stream.of("person.receipt", "person.invoice", "person.covered", "person.beside", "person", "buyer", "authorisation", "third")
            .map(key -> beside(locales, l -> say(key, l))).toList();
        ReceiptContent.Electronic electronic = null;
        if (original.invoice() != null) {
            ElectronicInvoice data = original.invoice().data().reversed(number, today, reason);
            electronic = new ReceiptContent.Electronic(data, FacturX.xml(data, receipt.getTotal().minor()));
        }
        return original.reversed(beside(locales, l -> say("title.credit", l)) + " " + number,
            beside(locales, l -> say("description.credit", l, receipt.getDisplayNumber())),
            beside(locales, l -> say("issued.credit", l, number, date(today, l))), reasons, kept,
            beside(locales, l -> say("signed", l, date(today, l))), Map.of(beside(locales, l -> say("total", l)), beside(locales, l -> say("total.credit", l))),
            electronic);
    }

    private String money(long minor) {
        return new Money(minor, currency()).format(first());
    }

    private boolean quebec() {
        return "CA-QC".equals(workspace.getJurisdiction());
    }

    private List<Locale> locales() {
        Locale french = Texts.locale("fr", workspace.getJurisdiction());
        return "en".equals(person.getLanguage()) ? List.of(french, Texts.locale("en", workspace.getJurisdiction())) : List.of(french);
    }

    private Locale first() {
        return locales().get(0);
    }

    private String title(String key) {
        return beside(locale -> say(key, locale));
    }

    // Beside each other, the titles of five columns are wider than the sheet.
    private String column(String key) {
        return below(locale -> say("column." + key, locale));
    }

    private String beside(Function<Locale, String> text) {
        return beside(locales(), text);
    }

    private static String beside(List<Locale> locales, Function<Locale, String> text) {
        return locales.stream().map(text).distinct().collect(Collectors.joining(BESIDE));
    }

    private String below(Function<Locale, String> text) {
        return locales().stream().map(text).distinct().collect(Collectors.joining("\n"));
    }

    static String say(String key, Locale locale, Object... arguments) {
        return Texts.of("receipt." + key, locale, false, arguments);
    }

    static String date(LocalDate day, Locale locale) {
        return Locale.CANADA.equals(locale) ? day.format(DateTimeFormatter.ofPattern("MMMM d, uuuu", locale)) : LongDate.of(day, locale);
    }

    private static String percent(BigDecimal percent, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(3);
        return format.format(percent) + ("fr".equals(locale.getLanguage()) ? "\u00A0%" : "%");
    }

    private static String siret(String typed) {
        String digits = digits(typed);
        return digits.length() == SIRET ? grouped(digits.substring(0, SIREN)) + "\u00A0" + digits.substring(SIREN) : typed;
    }

    private static String grouped(String siren) {
        return siren.replaceAll("^(...)(...)(...)$", "$1\u00A0$2\u00A0$3");
    }

    private static String sirenOf(String siret) {
        String digits = digits(siret);
        return digits.length() < SIREN ? digits : digits.substring(0, SIREN);
    }

    private static String digits(String text) {
        return text == null ? "" : text.replaceAll("\\D", "");
    }

    /** Whether the last digit is right, as in every SIREN and SIRET. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 1 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }

    private static void add(List<String> lines, String text) {
        if (given(text)) {
            lines.add(text);
        }
    }
}
