package app.entente.payment;

import app.entente.document.Accent;
import app.entente.document.CheckMark;
import app.entente.document.DocumentSource;
import app.entente.document.Html;
import app.entente.document.Letterhead;
import app.entente.document.Paper;
import app.entente.document.Table;
import app.entente.kernel.LongDate;
import app.entente.kernel.Money;
import app.entente.kernel.Texts;
import app.entente.practice.Practice;
import app.entente.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A statement on paper, in the language of the one who reads it: who, which year, every line, and what is open. */
record StatementPaper(YearStatement statement, Workspace workspace, Practice practice, Locale locale) {

    /** The title, under which it is kept. */
    String title() {
        return say("statement.title", String.valueOf(statement.year()));
    }

    /** Every word of it in one text: the same words are the same statement. */
    String words() {
        return locale.toLanguageTag() + "\n" + letterhead() + "\n" + statement;
    }

    /** The document to print. */
    DocumentSource source(CheckMark check) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(statement.debtor().payer() ? "statement.payer" : "statement.client"), statement.name());
        facts.put(say("statement.before"), money(statement.before()));
        Table table = new Table().column(say("statement.date")).column(say("statement.what")).amounts(say("statement.billed")).amounts(say("statement.paid"));
        statement.lines().forEach(line -> table.row(LongDate.of(line.on(), locale), what(line), line.billedMinor() == 0 ? "" : money(line.billedMinor()),
            line.paidMinor() == 0 ? "" : money(line.paidMinor())));
        table.sum("", say("statement.sum"), signed(statement.billed()), signed(statement.paid()));
        table.total("", say("statement.after"), "", signed(statement.after()));
        return DocumentSource.titled(title(), say("statement.description", String.valueOf(statement.year())), locale).on(Paper.of(practice.getCountry())).from(letterhead())
            .under(period()).saying(Html.facts(facts), table.html(), elsewhere(), Html.small(say("statement.note"))).checkedBy(check);
    }

    /** Which days it tells of; of a year that is not over, up to the last thing that happened, so that the same words stay the same statement. */
    private String period() {
        String year = String.valueOf(statement.year());
        if (!statement.running()) {
            return say("statement.subtitle", year);
        }
        return statement.last().map(day -> say("statement.running", LongDate.of(day, locale))).orElseGet(() -> say("statement.begun", year));
    }

    /** What another tool made out, with its own sum: none of it is in the figures above. */
    private Html elsewhere() {
        if (statement.earlier().isEmpty()) {
            return Html.all();
        }
        Table table = new Table().column(say("statement.date")).column(say("statement.earlier.number")).amounts(say("statement.billed"));
        statement.earlier().forEach(one -> table.row(LongDate.of(one.on(), locale), one.number(), money(one.minor())));
        table.sum("", say("statement.sum"), signed(statement.elsewhere()));
        return Html.all(Html.subheading(say("statement.earlier")), Html.paragraph(say("statement.earlier.note")), table.html());
    }

    private String what(YearStatement.Line line) {
        boolean money = "payment".equals(line.kind()) || "refund".equals(line.kind());
        return say("statement." + line.kind(), money ? say("export.means." + line.detail()) : line.detail());
    }

    private Letterhead letterhead() {
        String title = practice.getTitle().in(locale.getLanguage());
        List<String> qualities = new ArrayList<>(List.of(title.isEmpty() ? title : title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1)));
        add(qualities, practice.getOrder());
        add(qualities, practice.getPermit() == null ? null : say("statement.permit", practice.getPermit()));
        add(qualities, practice.getSiret() == null ? null : say("statement.siret", practice.getSiret()));
        List<String> contact = new ArrayList<>();
        add(contact, practice.getStreet());
        add(contact, "CA".equals(practice.getCountry()) ? practice.getCity() + " (" + ("QC".equals(practice.getRegion()) ? "Québec" : practice.getRegion()) + ")\u00A0 " + practice.getPostalCode() : practice.getPostalCode() + " " + practice.getCity());
        add(contact, practice.getPhone());
        add(contact, practice.getEmail());
        String abbreviation = practice.getAbbreviation();
        return new Letterhead(abbreviation == null || abbreviation.isBlank() ? practice.getLegalName() : practice.getLegalName() + ", " + abbreviation, qualities, contact, Accent.of(workspace.getAccent()).colour());
    }

    private static void add(List<String> lines, String line) {
        if (line != null && !line.isBlank()) {
            lines.add(line);
        }
    }

    // A true minus sign: a hyphen is too short to be seen before a figure.
    private String signed(Money amount) {
        return amount.format(locale).replace('-', '\u2212');
    }

    private String money(long minor) {
        return signed(new Money(minor, statement.currency()));
    }

    private String say(String key, Object... arguments) {
        return Texts.of("payment." + key, locale, false, arguments);
    }
}
