package app.entente.receipt;

import app.entente.document.Accent;
import app.entente.document.Letterhead;
import app.entente.document.Paper;
import app.entente.kernel.Bilingual;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.LongDate;
import app.entente.kernel.Money;
import app.entente.kernel.Texts;
import app.entente.meeting.Meeting;
import app.entente.person.PersonDetails;
import app.entente.practice.Practice;
import app.entente.practice.Service;
import app.entente.workspace.Workspace;
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

/**
 * What a receipt is made from, and how it is said.
 *
 * @param taxMention what the law of the place asks to be said of tax on that day
 * @param issuedOn the day of the workspace
 */
record ReceiptFacts(Workspace workspace, Practice practice, PersonDetails person, Meeting meeting, Service service, Bilingual taxMention,
    Payment payment, LocalDate issuedOn) {

    private static final String BESIDE = " / ";

    /** The law text that speaks of a service's tax; a taxable service is refused with {@code receipt.taxable} (rule 5). */
    static String mentionCode(Service service) {
        if (service.getTaxMention() == null) {
            throw new BusinessRuleViolation("receipt.taxable");
        }
        return service.getTaxMention();
    }

    /** Refuses what no receipt is given for (rules 1 and 3). */
    void check() {
        if (!meeting.isHeld()) {
            throw new BusinessRuleViolation("receipt.not_held");
        }
        if (service.getPrice().minor() <= 0) {
            throw new BusinessRuleViolation("receipt.nothing_paid");
        }
        payment.check(service.getPrice().currency(), issuedOn);
    }

    /** Who received the service (rule 7). */
    String recipient() {
        return person.getGivenName() + " " + person.getFamilyName();
    }

    /** The words of the document under that number. */
    ReceiptContent content(String number) {
        return new ReceiptContent(
            beside(locale -> say("title", locale)) + " " + number,
            beside(locale -> say("description", locale, date(meeting.getDay(), locale))),
            beside(locale -> say("issued", locale, number, date(issuedOn, locale))),
            locales().get(0).toLanguageTag(), Paper.of(practice.getCountry()).name(), letterhead(), facts(),
            List.of(title("column.date"), title("column.service")),
            quebec() ? List.of(title("column.length"), title("column.amount"))
                : List.of(title("column.quantity"), title("column.price"), title("column.amount")),
            row(), List.of(title("total"), amount()),
            beside(locale -> taxMention.in(locale.getLanguage())),
            List.of(practice.getLegalName(), beside(locale -> practice.getTitle().in(locale.getLanguage())),
                beside(locale -> say("signed", locale, date(issuedOn, locale)))));
    }

    private List<String> row() {
        String day = below(locale -> date(meeting.getDay(), locale));
        String length = say("minutes", first(), meeting.getMinutes());
        if (quebec()) {
            return List.of(day, below(locale -> service.getTitle().in(locale.getLanguage())), length, amount());
        }
        return List.of(day, below(locale -> service.getTitle().in(locale.getLanguage()) + "\n"
            + say("place." + meeting.getMode(), locale) + ", " + length), "1", amount(), amount());
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(title("person"), recipient());
        facts.put(title("payment"), below(locale -> say("paid", locale, date(payment.on(), locale), say("means." + payment.means(), locale))));
        facts.put(title("balance"), new Money(0, service.getPrice().currency()).format(first()));
        return facts;
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
        List<String> contact = new ArrayList<>();
        contact.add(practice.getStreet());
        contact.add("CA".equals(practice.getCountry())
            ? practice.getCity() + " (" + ("QC".equals(practice.getRegion()) ? "Québec" : practice.getRegion()) + ")\u00A0 " + practice.getPostalCode() : practice.getPostalCode() + " " + practice.getCity());
        add(contact, practice.getPhone());
        add(contact, practice.getEmail());
        String name = given(practice.getAbbreviation()) ? practice.getLegalName() + ", " + practice.getAbbreviation() : practice.getLegalName();
        return new Letterhead(name, qualities, contact, Accent.of(workspace.getAccent()).colour());
    }

    private String amount() {
        return service.getPrice().format(first());
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

    private String beside(Function<Locale, String> text) {
        return each(text).collect(Collectors.joining(BESIDE));
    }

    private String below(Function<Locale, String> text) {
        return each(text).collect(Collectors.joining("\n"));
    }

    private Stream<String> each(Function<Locale, String> text) {
        return locales().stream().map(text).distinct();
    }

    private static String say(String key, Locale locale, Object... arguments) {
        return Texts.of("receipt." + key, locale, false, arguments);
    }

    private static String date(LocalDate day, Locale locale) {
        return Locale.CANADA.equals(locale) ? day.format(DateTimeFormatter.ofPattern("MMMM d, uuuu", locale)) : LongDate.of(day, locale);
    }

    private static String siret(String digits) {
        return digits.matches("\\d{14}") ? digits.replaceAll("^(...)(...)(...)(.....)$", "$1\u00A0$2\u00A0$3\u00A0$4") : digits;
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
