package app.entente.receipt;

import static app.entente.receipt.ReceiptFacts.given;

import app.entente.document.Accent;
import app.entente.document.Letterhead;
import app.entente.document.Paper;
import app.entente.kernel.LongDate;
import app.entente.kernel.Money;
import app.entente.kernel.Texts;
import app.entente.practice.Practice;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a receipt is said: in French, and in English beside it where the person reads English. */
record ReceiptWords(ReceiptFacts receipt) {

    private static final String BESIDE = " / ";

    /** The words of the document under that number. */
    ReceiptContent content(String number) {
        return new ReceiptContent(
            beside(locale -> say("title." + receipt.kind(), locale)) + " " + number, beside(this::description),
            beside(locale -> say("issued." + receipt.kind(), locale, number, date(receipt.issuedOn(), locale))),
            first().toLanguageTag(), Paper.of(receipt.practice().getCountry()).name(), letterhead(), facts(),
            List.of(column("date"), column("service")),
            receipt.quebec() ? List.of(column("length"), column("amount")) : List.of(column("quantity"), column("price"), column("amount")),
            rows(), totals(), receipt.mentionCodes().stream().map(code -> beside(locale -> receipt.law().text(code).in(locale.getLanguage()))).toList(),
            List.of(receipt.practice().getLegalName(), beside(locale -> receipt.practice().getTitle().in(locale.getLanguage())),
                beside(locale -> say("signed", locale, date(receipt.issuedOn(), locale)))),
            ReceiptElectronic.of(receipt, this, number));
    }

    private String description(Locale locale) {
        if (receipt.items().stream().anyMatch(ReceiptFacts.Item::fee)) {
            return say("description.fee", locale);
        }
        return receipt.items().size() == 1 ? say("description." + receipt.kind(), locale, date(receipt.items().get(0).meeting().getDay(), locale))
            : say("description.several", locale, say("title." + receipt.kind(), locale), receipt.items().size());
    }

    private List<List<String>> rows() {
        List<Long> nets = receipt.nets();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < receipt.items().size(); i++) {
            ReceiptFacts.Item item = receipt.items().get(i);
            String amount = money(receipt.covered() ? item.price() : nets.get(i));
            String day = below(locale -> date(item.meeting().getDay(), locale));
            if (receipt.quebec()) {
                rows.add(List.of(day, below(locale -> label(item, locale)), item.fee() ? "\u2013" : length(item, first()), amount));
            } else {
                rows.add(List.of(day, below(locale -> label(item, locale)), "1", amount, amount));
            }
        }
        return rows;
    }

    String label(ReceiptFacts.Item item, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(item.fee() ? receipt.law().text(receipt.quebec() ? "qc.missed_fee.mention" : "fr.cancellation.mention").in(locale.getLanguage())
            : item.service().getTitle().in(locale.getLanguage()));
        if (!receipt.quebec() && !item.fee()) {
            lines.add(say("place." + item.meeting().getMode(), locale) + ", " + length(item, locale));
        }
        if (!receipt.covered() && item.amount() < item.price()) {
            lines.add(say("share", locale, new Money(item.amount(), receipt.currency()).format(locale), new Money(item.price(), receipt.currency()).format(locale)));
        }
        if (receipt.mixed()) {
            lines.add(say("tax." + receipt.status(item).code(), locale));
        }
        return String.join("\n", lines);
    }

    private String length(ReceiptFacts.Item item, Locale locale) {
        int contact = item.meeting().getMinutes();
        return item.billedMinutes() == null || item.billedMinutes() == contact ? say("minutes", locale, contact)
            : say("minutes", locale, item.billedMinutes()) + "\n" + say("minutes.contact", locale, contact);
    }

    private List<List<String>> totals() {
        List<List<String>> totals = new ArrayList<>();
        if (receipt.covered()) {
            String all = money(receipt.items().stream().mapToLong(ReceiptFacts.Item::price).sum());
            totals.add(List.of(title("total.fees"), all));
            totals.add(List.of(title("total.third"), all));
            totals.add(List.of(title("total.client"), money(0)));
            return totals;
        }
        Taxes due = receipt.taxes();
        if (due.taxes().isEmpty()) {
            totals.add(List.of(title(receipt.payment() == null && receipt.quebec() ? "total.due" : "total"), money(due.total())));
        } else {
            totals.add(List.of(title("total.net"), money(due.net())));
            due.taxes().forEach(tax -> totals.add(List.of(beside(locale -> say("total." + tax.code(), locale, percent(tax.percent(), locale), number(tax.code()))),
                money(tax.amount()))));
            totals.add(List.of(title(receipt.payment() == null || !receipt.quebec() ? "total.gross" : "total"), money(due.total())));
        }
        if (receipt.toPay() != due.total()) {
            totals.add(List.of(title("total.rounding"), money(receipt.toPay() - due.total()).replace('-', '\u2212')));
            totals.add(List.of(title("total.cash"), money(receipt.toPay())));
        }
        return totals;
    }

    private String number(String tax) {
        String number = switch (tax) {
            case "gst" -> receipt.registration().getGstNumber();
            case "qst" -> receipt.registration().getQstNumber();
            default -> receipt.registration().getVatNumber();
        };
        return number == null ? "" : number;
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        if (receipt.invoice() && receipt.buyer() != null) {
            facts.put(title("buyer"), Stream.of(receipt.buyer().name(), receipt.buyer().address(), receipt.buyer().business() ? say("siren", first(), Siren.grouped(receipt.buyer().siren())) : null)
                .filter(ReceiptFacts::given).collect(Collectors.joining("\n")));
        }
        if (receipt.buyer() != null && given(receipt.buyer().authorisation())) {
            String before = receipt.covered() ? receipt.buyer().name() + ", " : "";
            facts.put(title(receipt.covered() ? "third" : "authorisation"), before + below(locale -> say("authorisation.number", locale, receipt.buyer().authorisation())));
        }
        if (receipt.namesNobody()) {
            facts.put(title("sessions"), below(locale -> receipt.buyer().authorisedSessions() == null ? say("sessions.here", locale, receipt.items().size())
                : say("sessions.of", locale, receipt.items().size(), receipt.billedBefore() + receipt.items().size(), receipt.buyer().authorisedSessions())));
        } else {
            String address = receipt.invoice() && receipt.buyer() == null && !receipt.quebec() ? receipt.person().getStreet() + "\n" + receipt.person().getPostalCode() + " " + receipt.person().getCity() : null;
            facts.put(title(receipt.invoice() && receipt.buyer() != null ? "person.beside" : "person." + receipt.kind()),
                Stream.of(receipt.recipient(), address).filter(ReceiptFacts::given).collect(Collectors.joining("\n")));
        }
        if (receipt.payment() != null) {
            facts.put(title("payment"), below(locale -> say("paid", locale, date(receipt.payment().on(), locale), say("means." + receipt.payment().means(), locale))));
        } else if (!receipt.covered()) {
            facts.put(title("due"), below(locale -> receipt.dueOn().isAfter(receipt.issuedOn()) ? say("due.by", locale, date(receipt.dueOn(), locale)) : say("due.now", locale)));
        }
        facts.put(title("balance"), money(receipt.payment() == null ? receipt.taxes().total() : 0));
        return facts;
    }

    private Letterhead letterhead() {
        Practice practice = receipt.practice();
        List<String> qualities = new ArrayList<>();
        qualities.add(capital(beside(locale -> practice.getTitle().in(locale.getLanguage()))));
        add(qualities, practice.getOrder());
        if (given(practice.getPermit())) {
            qualities.add(beside(locale -> say("permit", locale, practice.getPermit())));
        }
        if (given(practice.getSiret())) {
            qualities.add(say("siret", first(), Siren.printed(practice.getSiret())));
        }
        add(qualities, practice.getLegalStatus());
        if (!receipt.quebec() && !receipt.taxes().taxes().isEmpty()) {
            add(qualities, given(receipt.registration().getVatNumber()) ? say("vat", first(), receipt.registration().getVatNumber()) : null);
        }
        List<String> contact = new ArrayList<>();
        contact.add(practice.getStreet());
        contact.add("CA".equals(practice.getCountry())
            ? practice.getCity() + " (" + ("QC".equals(practice.getRegion()) ? "Québec" : practice.getRegion()) + ")\u00A0 " + practice.getPostalCode() : practice.getPostalCode() + " " + practice.getCity());
        add(contact, practice.getPhone());
        add(contact, practice.getEmail());
        String name = given(practice.getAbbreviation()) ? practice.getLegalName() + ", " + practice.getAbbreviation() : practice.getLegalName();
        return new Letterhead(name, qualities, contact, Accent.of(receipt.workspace().getAccent()).colour());
    }

    private String money(long minor) {
        return new Money(minor, receipt.currency()).format(first());
    }

    private List<Locale> locales() {
        Locale french = Texts.locale("fr", receipt.workspace().getJurisdiction());
        return "en".equals(receipt.person().getLanguage()) ? List.of(french, Texts.locale("en", receipt.workspace().getJurisdiction())) : List.of(french);
    }

    Locale first() {
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

    static String beside(List<Locale> locales, Function<Locale, String> text) {
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

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static void add(List<String> lines, String text) {
        if (given(text)) {
            lines.add(text);
        }
    }
}
