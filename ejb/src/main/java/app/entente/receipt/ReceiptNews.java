package app.entente.receipt;

import app.entente.identity.Seats;
import app.entente.kernel.Texts;
import app.entente.notification.Mails;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells a person with a portal that a document has come: a link and nothing else. Nobody is told at an address that is not safe. */
@Stateless
@UseCases
public class ReceiptNews {

    @Inject
    People people;
    @Inject
    Seats seats;
    @Inject
    Mails mails;
    @Inject
    Workspaces workspaces;
    @Inject
    CurrentTenant tenant;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    String baseUrl;

    @PermitAll
    public void sealed(@Observes ReceiptSealed fact) {
        if (!fact.forThePerson()) {
            return;
        }
        Person person = people.known(fact.personId());
        if (seats.accountOf(fact.personId()) == null) {
            return;
        }
        Workspace workspace = workspaces.find(tenant.id());
        Locale locale = Texts.locale(person.getLanguage(), workspace.getJurisdiction());
        mails.write(person, "receipt." + fact.receiptId(), Texts.of("receipt.mail.subject", locale, person.isTu()),
            Texts.of("receipt.mail.body", locale, person.isTu(), baseUrl + "/c/" + workspace.getSlug() + "/receipts"));
    }
}
