package app.entente.file;

import app.entente.document.DocumentRenderer;
import app.entente.document.DocumentSource;
import app.entente.document.Html;
import app.entente.document.Letterhead;
import app.entente.document.Paper;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.Bilingual;
import app.entente.kernel.LongDate;
import app.entente.kernel.Money;
import app.entente.kernel.Texts;
import app.entente.kernel.TimelineEntry;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.practice.Practice;
import app.entente.practice.Practices;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Splits one participant's part off a file, as a document to hand over (rule 10). */
@Stateless
@UseCases
public class Parts {

    private static final Set<String> KINDS = Set.of("meeting", "agreement", "receipt", "statement", "path", "people", "life", "note", "plan");

    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Practices practices;
    @Inject
    People people;
    @Inject
    Files files;
    @Inject
    Participants participants;
    @Inject
    Timeline timeline;
    @Inject
    DocumentRenderer renderer;

    /** A file to hand over. */
    public record Part(String name, byte[] bytes) {
    }

    /** The part of one participant as a PDF in their language: their own details, what was joint and what is their own; nothing of anybody else. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.part_exported")
    public Part export(UUID participant) {
        ParticipantRow row = participants.row(participant);
        ClientFile file = files.find(participants.fileOf(participant));
        Person person = people.find(row.personId());
        Workspace workspace = workspaces.find(tenant.id());
        Locale locale = Texts.locale(person.getLanguage(), workspace.getJurisdiction());
        Practice practice = practices.profile();
        List<Html> body = new ArrayList<>(List.of(Html.paragraph(Texts.of("file.part.intro", locale, false, row.name())),
            Html.heading(Texts.of("file.part.person", locale, false))));
        Stream.of(person.getName(), row.birthDate() == null ? null : LongDate.of(row.birthDate(), locale), person.getDetails().getPhone(), person.getSafeEmail())
            .filter(line -> line != null && !line.isBlank()).map(Html::paragraph).forEach(body::add);
        body.add(Html.heading(Texts.of("file.part.told", locale, false)));
        for (TimelineEntry entry : timeline.partOf(participant)) {
            body.add(Html.subheading(LongDate.of(entry.at().atZone(workspace.getZone()).toLocalDate(), locale) + " · " + line(entry, locale)));
            if (entry.text() != null) {
                entry.text().lines().filter(words -> !words.isBlank()).map(Html::paragraph).forEach(body::add);
            }
        }
        LocalDate today = LocalDate.now(clock.withZone(workspace.getZone()));
        DocumentSource source = DocumentSource.titled(Texts.of("file.part.title", locale, false, file.getReference()),
            Texts.of("file.part.description", locale, false, file.getReference()), locale).on("CA-QC".equals(workspace.getJurisdiction()) ? Paper.LETTER : Paper.A4)
            .from(new Letterhead(practice.getLegalName(), List.of(practice.getTitle().in(locale.getLanguage())), List.of(practice.getPhone(), practice.getEmail())))
            .under(LongDate.of(today, locale)).saying(body.toArray(Html[]::new));
        return new Part("part-" + file.getReference() + ".pdf", renderer.render(source));
    }

    private static String line(TimelineEntry entry, Locale locale) {
        String kind = Texts.of("file.part.kind." + (KINDS.contains(entry.kind()) ? entry.kind() : "other"), locale, false);
        String said = entry.arguments().stream().map(argument -> argument(argument, locale)).filter(words -> !words.isBlank()).collect(Collectors.joining(", "));
        return said.isEmpty() ? kind : kind + " (" + said + ")";
    }

    private static String argument(Object argument, Locale locale) {
        if (argument instanceof Bilingual text) {
            return text.in(locale.getLanguage());
        } else if (argument instanceof Money money) {
            return money.format(locale);
        } else if (argument instanceof LocalDate day) {
            return LongDate.of(day, locale);
        } else if (argument instanceof Instant) {
            return "";
        }
        return String.valueOf(argument);
    }
}
