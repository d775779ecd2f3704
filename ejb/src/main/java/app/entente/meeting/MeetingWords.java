package app.entente.meeting;

import app.entente.kernel.Texts;
import app.entente.person.Person;
import app.entente.practice.Practices;
import app.entente.tenant.CurrentTenant;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is said of meetings outside the application: discreet, unless the person wishes otherwise (rule 12). */
@ApplicationScoped
class MeetingWords {

    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Practices practices;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    String baseUrl;
    @Inject
    @ConfigProperty(name = "entente.smtp.from")
    String sender;

    /** A writer of calendar objects. */
    CalendarObject object() {
        return new CalendarObject(URI.create(baseUrl).getHost(), sender, clock.instant());
    }

    /** A meeting as a calendar of its client may show it: «Rendez-vous» and the way to the portal, or in plain words what, with whom and where. */
    CalendarObject.Entry entry(MeetingRow row, int sequence, Person person, MeetingWish wish) {
        Locale locale = locale(person);
        String summary = Texts.of("meeting.ics.summary", locale, person.isTu());
        String location = "";
        if (wish.isPlain()) {
            summary = Texts.of("meeting.ics.summary.plain", locale, person.isTu(), row.service(locale.getLanguage()), practices.profile().getLegalName());
            location = "video".equals(row.mode()) ? row.link() : row.place();
        }
        return new CalendarObject.Entry(row.id(), row.startsAt(), row.minutes(), sequence, row.cancelled(), summary,
            Texts.of("meeting.ics.description", locale, person.isTu(), places()), location, places());
    }

    /** Language and place of a person. */
    Locale locale(Person person) {
        return Texts.locale(person.getLanguage(), workspace().getJurisdiction());
    }

    /** Where somebody finds all their places: unlike the portal's, this address names nobody. */
    private String places() {
        return baseUrl + "/places";
    }

    /** Where a client finds their meetings. */
    String portal() {
        return baseUrl + "/c/" + workspace().getSlug() + "/meetings";
    }

    /** A moment as people of the place say it: mardi 8 décembre, 14 h 00. */
    String moment(Instant instant, Locale locale) {
        ZonedDateTime local = instant.atZone(workspace().getZone());
        boolean english = "en".equals(locale.getLanguage());
        String day = local.getDayOfMonth() == 1 && !english ? "'1er'" : "d";
        return local.format(DateTimeFormatter.ofPattern("EEEE " + day + " MMMM uuuu, " + (english ? "HH:mm" : "H'\u00A0h\u00A0'mm"), locale));
    }

    private Workspace workspace() {
        return workspaces.find(tenant.id());
    }
}
