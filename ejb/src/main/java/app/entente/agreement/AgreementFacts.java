package app.entente.agreement;

import app.entente.catalogue.Approach;
import app.entente.catalogue.Catalogue;
import app.entente.document.DocumentSource;
import app.entente.document.Html;
import app.entente.document.Letterhead;
import app.entente.document.Paper;
import app.entente.kernel.LongDate;
import app.entente.kernel.Texts;
import app.entente.person.Person;
import app.entente.person.PersonDetails;
import app.entente.practice.Practice;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.tenant.CurrentTenant;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the practice, its client and its service say of themselves in an agreement, and the paper it is written on. */
@Dependent
class AgreementFacts {

    @Inject
    Practices practices;
    @Inject
    Catalogue catalogue;
    @Inject
    Workspaces workspaces;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** The template filled in with what was written and with these facts. */
    AgreementText fill(Agreement agreement, TemplateContent content, Map<String, String> values, Person client, Locale locale) {
        Map<String, String> facts = new HashMap<>();
        Practice practice = practices.profile();
        practice(practice, facts, locale);
        client(client.getDetails(), facts, locale);
        facts.put("approaches", catalogue.approaches().stream().filter(a -> agreement.getApproaches().contains(a.getCode()))
            .map(Approach::getTitle).map(t -> t.in(locale.getLanguage())).collect(Collectors.joining(", ")));
        if (agreement.getServiceId() != null) {
            service(practices.service(agreement.getServiceId()), facts, locale);
        }
        facts.put("today", LongDate.of(LocalDate.now(clock.withZone(workspace().getZone())), locale));
        return new AgreementText(content, values, facts, Set.copyOf(agreement.getLeftOut()), locale, practice.getCurrency());
    }

    /** The document to freeze. */
    DocumentSource document(AgreementText text) {
        Practice practice = practices.profile();
        Locale locale = text.locale();
        String title = text.content().title().in(locale.getLanguage());
        List<Html> body = new ArrayList<>();
        for (AgreementText.Filled clause : text.clauses()) {
            body.add(Html.heading(clause.title()));
            body.add(Html.prose(Texts.inPlace(clause.body(), locale)));
        }
        return DocumentSource.titled(title, Texts.of("agreement.description", locale, false, title, practice.getLegalName()), locale)
            .on(Paper.of(practice.getCountry()))
            .from(new Letterhead(practice.getLegalName(), qualities(practice, locale),
                Stream.of(practice.getAddressLine(), practice.getPhone(), practice.getEmail()).filter(line -> line != null && !line.isBlank()).toList()))
            .under(text.facts().get("client.name") + ", " + text.facts().get("today"))
            .saying(body.toArray(Html[]::new));
    }

    /** The practitioner's title in a language. */
    String title(Locale locale) {
        return practices.profile().getTitle().in(locale.getLanguage());
    }

    private static List<String> qualities(Practice practice, Locale locale) {
        List<String> qualities = new ArrayList<>(List.of(capital(practice.getTitle().in(locale.getLanguage()))));
        if (practice.getPermit() != null) {
            qualities.add(Texts.of("agreement.permit", locale, false, practice.orderIn(locale.getLanguage()), practice.getPermit()));
        }
        if (practice.getSiret() != null) {
            qualities.add("SIRET " + practice.getSiret());
        }
        return qualities;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static void practice(Practice practice, Map<String, String> facts, Locale locale) {
        facts.put("practice.legalName", practice.getLegalName());
        facts.put("practice.title", practice.getTitle().in(locale.getLanguage()));
        facts.put("practice.order", text(practice.orderIn(locale.getLanguage())));
        facts.put("practice.permit", text(practice.getPermit()));
        facts.put("practice.siret", text(practice.getSiret()));
        facts.put("practice.status", text(practice.statusIn(locale.getLanguage())));
        facts.put("practice.address", practice.getAddressLine());
        facts.put("practice.phone", practice.getPhone());
        facts.put("practice.email", practice.getEmail());
        facts.put("practice.privacyOfficer", practice.getPrivacyOfficer());
        facts.put("practice.mediator", text(practice.getMediator()));
    }

    private static void client(PersonDetails details, Map<String, String> facts, Locale locale) {
        facts.put("client.name", details.fullName());
        facts.put("client.birthDate", details.getBirthDate() == null ? "" : LongDate.of(details.getBirthDate(), locale));
        facts.put("client.contact", Stream.of(details.getPhone(), details.getEmail()).filter(c -> c != null && !c.isBlank()).collect(Collectors.joining(", ")));
        facts.put("representative", "");
        facts.put("payer", "");
    }

    private void service(Service service, Map<String, String> facts, Locale locale) {
        facts.put("service.title", service.getTitle().in(locale.getLanguage()));
        facts.put("service.minutes", String.valueOf(service.getUsualMinutes()));
        facts.put("service.price", service.getPrice().format(locale));
        facts.put("service.tax", tax(service, locale));
    }

    /** What the law in force today asks to be said of tax; empty, and so named as missing, where nobody has written it down. */
    private String tax(Service service, Locale locale) {
        if (service.getTaxMention() == null) {
            return Texts.of("agreement.tax.taxable", locale, false);
        }
        Workspace workspace = workspace();
        return practices.law(workspace.getJurisdiction(), service.getTaxMention(), LocalDate.now(clock.withZone(workspace.getZone())))
            .map(law -> law.getText().in(locale.getLanguage())).orElse("");
    }

    private Workspace workspace() {
        return workspaces.find(tenant.id());
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
