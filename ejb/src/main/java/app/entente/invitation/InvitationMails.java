package app.entente.invitation;

import app.entente.kernel.SecretLink;
import app.entente.kernel.Texts;
import app.entente.notification.MailFate;
import app.entente.notification.Mails;
import app.entente.person.Person;
import app.entente.practice.Practices;
import app.entente.tenant.CurrentTenant;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is written to the person who is invited (rule 1). */
@ApplicationScoped
class InvitationMails {

    private static final String LINK = "invitation:";
    private static final String OPEN = "invitation-open:";

    @Inject
    Mails mails;
    @Inject
    Practices practices;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    String baseUrl;

    /** The mail that holds the link. */
    void invite(Invitation invitation, SecretLink link, Person person) {
        Workspace workspace = workspaces.find(tenant.id());
        Locale locale = Texts.locale(person.getLanguage(), workspace.getJurisdiction());
        String lastDay = day(invitation.getExpiresAt().atZone(workspace.getZone()).toLocalDate(), locale);
        String address = baseUrl + "/p/" + workspace.getSlug() + "/invitation?t=" + link.token();
        mails.write(person, LINK + invitation.getId(), text("invitation.mail.subject", locale, person),
            text("invitation.mail.body", locale, person, practices.profile().getLegalName(), address, lastDay));
    }

    /** The mail to somebody whose account was there before. */
    void open(Invitation invitation, Person person) {
        Locale locale = Texts.locale(person.getLanguage(), workspaces.find(tenant.id()).getJurisdiction());
        mails.write(person, OPEN + invitation.getId(), text("invitation.open.subject", locale, person),
            text("invitation.open.body", locale, person, practices.profile().getLegalName(), portal()));
    }

    /** Address of the portal. */
    String portal() {
        return baseUrl + "/c/" + workspaces.find(tenant.id()).getSlug() + "/";
    }

    private static String day(LocalDate day, Locale locale) {
        boolean first = day.getDayOfMonth() == 1 && "fr".equals(locale.getLanguage());
        return day.format(DateTimeFormatter.ofPattern(first ? "'1er' MMMM" : "d MMMM", locale));
    }

    private static String text(String key, Locale locale, Person person, Object... arguments) {
        return Texts.of(key, locale, person.isTu(), arguments);
    }

    /** What became of the mail that holds the link. */
    MailFate fate(Invitation invitation) {
        return mails.fate(LINK + invitation.getId());
    }
}
