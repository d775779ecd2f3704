package app.entente.note;

import app.entente.document.Accent;
import app.entente.document.DocumentSource;
import app.entente.document.Html;
import app.entente.document.Letterhead;
import app.entente.document.Paper;
import app.entente.document.SignatureBlock;
import app.entente.file.FileRow;
import app.entente.kernel.LongDate;
import app.entente.kernel.Texts;
import app.entente.person.Person;
import app.entente.practice.Practice;
import app.entente.workspace.Workspace;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an entry reads as a document. Personal working notes are not in it (rule 7).
 *
 * @param file whose file
 * @param people who takes part in it
 * @param ordinal which entry of its kind in the file
 * @param now the time of the signature
 */
record EntryPaper(Workspace workspace, Practice practice, FileRow file, List<Person> people, EntryKind kind, Entry entry, int ordinal, Instant now) {

    /** The words, to be frozen. */
    DocumentSource source() {
        EntryContent content = entry.getContent();
        List<Html> body = new ArrayList<>();
        body.add(Html.facts(facts(content)));
        for (Section section : kind.sections()) {
            if (!content.blank(section.code())) {
                body.add(Html.together(Html.heading(kind.label(section.code(), locale())), Html.prose(words(section, content.value(section.code())))));
            }
            if (section.code().equals(kind.statementsAfter())) {
                statements(content, body);
            }
        }
        body.add(SignatureBlock.html(List.of(signature(entry.getAuthorName(), now))));
        return DocumentSource.titled(title(), say("description", kind.title(locale()), file.reference()), locale())
            .on(Paper.of(practice.getCountry())).from(letterhead()).under(say("file", file.reference())).saying(body.toArray(Html[]::new));
    }

    /** The words of an addendum, to be frozen: whose it is, what it was added to, and when. */
    DocumentSource addendum(Addendum addendum) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say("person"), people.stream().map(Person::getName).collect(Collectors.joining(", ")));
        facts.put(say("added_to"), say("signed_by", entry.getTitle(), entry.getAuthorName(), at(entry.getSignedAt())));
        facts.put(say("added"), at(addendum.getWrittenAt()));
        String title = say("addendum", entry.getTitle());
        return DocumentSource.titled(title, say("description", title, file.reference()), locale()).on(Paper.of(practice.getCountry())).from(letterhead())
            .under(say("file", file.reference()))
            .saying(Html.facts(facts), Html.prose(addendum.getText()), SignatureBlock.html(List.of(signature(addendum.getAuthorName(), addendum.getWrittenAt()))));
    }

    /** note-d-evolution-3-novembre-2026.pdf for Note d’évolution, 3 novembre 2026. */
    static String fileName(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "") + ".pdf";
    }

    private String title() {
        String name = kind.title(locale());
        if (kind.counted()) {
            return ordinal == 1 ? name : say("version", name, ordinal);
        }
        return name + ", " + date(local(entry.getServiceAt() == null ? now : entry.getServiceAt()).toLocalDate());
    }

    private Map<String, String> facts(EntryContent content) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say("person"), people.stream().map(Person::getName).collect(Collectors.joining(", ")));
        if (Entry.NOTE.equals(entry.getKind())) {
            facts.put(say("service"), at(entry.getServiceAt()) + (entry.getMinutes() == null ? "" : ", " + say("minutes", entry.getMinutes())));
            if (entry.getMode() != null) {
                facts.put(say("mode"), say("mode." + entry.getMode()));
            }
            String present = present(content);
            if (!present.isEmpty()) {
                facts.put(say("present"), present);
            }
        }
        facts.put(say("entered"), at(now));
        if (entry.isLate(now)) {
            facts.put(say("late"), content.value("late_reason").strip());
        }
        return facts;
    }

    private String present(EntryContent content) {
        List<String> chosen = List.of(content.value("present").split(" "));
        return Stream.concat(people.stream().filter(person -> chosen.contains(person.getId().toString())).map(Person::getName),
            Stream.of(content.value("others").strip()).filter(others -> !others.isEmpty())).collect(Collectors.joining(", "));
    }

    private void statements(EntryContent content, List<Html> body) {
        List<Said> shown = content.statements().stream().filter(said -> !said.personal()).toList();
        if (shown.isEmpty()) {
            return;
        }
        body.add(Html.heading(say("statements")));
        for (Said said : shown) {
            String lead = name(said.source()) + ("joint".equals(said.context()) && people.size() > 1 ? say("joint") : people.size() > 1 ? say("alone") : "");
            body.add(Html.together(Html.paragraph(Html.strong(lead)), Html.prose(said.text())));
        }
    }

    private String name(UUID source) {
        return people.stream().filter(person -> person.getId().equals(source)).map(Person::getName).findFirst().orElseGet(() -> say("seen"));
    }

    private String words(Section section, String value) {
        return switch (section.form()) {
            case "choice" -> kind.option(section.code(), value, locale());
            case "date" -> date(LocalDate.parse(value));
            default -> value;
        };
    }

    private SignatureBlock signature(String author, Instant when) {
        String quality = practice.getTitle().in(locale().getLanguage());
        if (given(practice.getPermit())) {
            quality = quality + ", " + say("permit", practice.getPermit());
        }
        return SignatureBlock.typed(author, quality, say("signed", at(when)));
    }

    private Letterhead letterhead() {
        List<String> qualities = new ArrayList<>();
        String title = practice.getTitle().in(locale().getLanguage());
        qualities.add(title.isEmpty() ? title : title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1));
        add(qualities, practice.orderIn(locale().getLanguage()));
        if (given(practice.getPermit())) {
            String permit = say("permit", practice.getPermit());
            qualities.add(permit.substring(0, 1).toUpperCase(Locale.ROOT) + permit.substring(1));
        }
        List<String> contact = new ArrayList<>(List.of(practice.getAddressLine()));
        add(contact, practice.getPhone());
        add(contact, practice.getEmail());
        String name = given(practice.getAbbreviation()) ? practice.getLegalName() + ", " + practice.getAbbreviation() : practice.getLegalName();
        return new Letterhead(name, qualities, contact, Accent.of(workspace.getAccent()).colour());
    }

    private String at(Instant instant) {
        boolean english = "en".equals(locale().getLanguage());
        return say("at", date(local(instant).toLocalDate()), local(instant).format(DateTimeFormatter.ofPattern(english ? "HH:mm" : "H'\u00A0h\u00A0'mm", locale())));
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(workspace.getZone());
    }

    private String date(LocalDate day) {
        return LongDate.of(day, locale());
    }

    private Locale locale() {
        return Texts.locale(entry.getLanguage(), workspace.getJurisdiction());
    }

    private String say(String key, Object... arguments) {
        return Texts.of("note.document." + key, locale(), false, arguments);
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
