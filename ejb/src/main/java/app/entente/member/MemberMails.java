package app.entente.member;

import app.entente.kernel.SecretLink;
import app.entente.kernel.Texts;
import app.entente.notification.Mails;
import app.entente.tenant.CurrentTenant;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is written to somebody who is asked to work here: one mail a sending, the same whether or not they have an account (rules 2 and 3). */
@ApplicationScoped
class MemberMails {

    @Inject
    Mails mails;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    String baseUrl;

    /** Queues the mail of this sending; once. */
    void invite(MemberInvitation invitation, SecretLink link, Instant now) {
        Workspace workspace = workspaces.find(tenant.id());
        Locale locale = Texts.locale(invitation.getLanguage(), workspace.getJurisdiction());
        String lastDay = day(now.plus(MemberInvitation.LIFE).atZone(workspace.getZone()).toLocalDate(), locale);
        String address = baseUrl + "/p/" + workspace.getSlug() + "/joining?t=" + link.token();
        boolean owner = "owner".equals(invitation.getRole());
        mails.queue(key(invitation), invitation.getEmail(), invitation.getLanguage(),
            owner ? text("member.mail.owner.subject", locale) : text("member.mail.subject", locale),
            owner ? text("member.mail.owner.body", locale, workspace.getName(), address, lastDay)
                : "assistant".equals(invitation.getRole()) ? text("member.mail.assistant.body", locale, workspace.getName(), address, lastDay)
                    : text("member.mail.supervisor.body", locale, workspace.getName(), address, lastDay));
    }

    /** What the mail of this sending is known by. */
    static String key(MemberInvitation invitation) {
        return "member-invitation:" + invitation.getId() + ":" + invitation.getSendings();
    }

    private static String day(LocalDate day, Locale locale) {
        boolean first = day.getDayOfMonth() == 1 && "fr".equals(locale.getLanguage());
        return day.format(DateTimeFormatter.ofPattern(first ? "'1er' MMMM" : "d MMMM", locale));
    }

    private static String text(String key, Locale locale, Object... arguments) {
        return Texts.of(key, locale, false, arguments);
    }

    /** Where everybody finds the places they may go to, and what they are asked to join. */
    String places() {
        return baseUrl + "/places";
    }
}
