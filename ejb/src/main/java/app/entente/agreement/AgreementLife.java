package app.entente.agreement;

import app.entente.identity.Seats;
import app.entente.kernel.Texts;
import app.entente.notification.Mails;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.practice.Practices;
import app.entente.signing.PartySigned;
import app.entente.signing.SigningEnded;
import app.entente.signing.SigningSealed;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What signing means for an agreement, and the mails that tell of it: a link and nothing else. */
@Stateless
@UseCases
public class AgreementLife {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    People people;
    @Inject
    Practices practices;
    @Inject
    Seats seats;
    @Inject
    Mails mails;
    @Inject
    Workspaces workspaces;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    String baseUrl;
    @Inject
    Event<AgreementSigned> signed;

    @PermitAll
    public void sent(@Observes AgreementSent fact) {
        if (seats.accountOf(fact.personId()) != null) {
            tellClient("sent", fact.agreementId(), fact.personId(), "/sign?id=" + agreement(fact.agreementId()).getSigningId());
        }
    }

    @PermitAll
    public void signedByOne(@Observes PartySigned fact) {
        if (!"agreement".equals(fact.subjectKind())) {
            return;
        }
        Agreement agreement = agreement(fact.subjectId());
        if (fact.last()) {
            agreement.sealing();
        } else {
            agreement.signedByClient();
            tellPractice("to_countersign", agreement);
        }
    }

    @PermitAll
    public void sealed(@Observes SigningSealed fact) {
        if ("agreement".equals(fact.subjectKind())) {
            Agreement agreement = agreement(fact.subjectId());
            agreement.activate();
            tellClient("sealed", agreement.getId(), agreement.getPersonId(), "/documents");
            signed.fire(new AgreementSigned(agreement.getId(), agreement.getPersonId()));
        }
    }

    @PermitAll
    public void ended(@Observes SigningEnded fact) {
        if ("agreement".equals(fact.subjectKind())) {
            Agreement agreement = agreement(fact.subjectId());
            agreement.end(fact.how(), fact.reason(), clock.instant());
            if ("voided".equals(fact.how())) {
                if (seats.accountOf(agreement.getPersonId()) != null) {
                    tellClient("voided", agreement.getId(), agreement.getPersonId(), "/documents");
                }
            } else {
                tellPractice(fact.how(), agreement);
            }
        }
    }

    private void tellClient(String what, UUID agreement, UUID personId, String link) {
        Person person = people.known(personId);
        Workspace workspace = workspaces.find(tenant.id());
        Locale locale = Texts.locale(person.getLanguage(), workspace.getJurisdiction());
        mails.write(person, "agreement." + what + "." + agreement, Texts.of("agreement.mail." + what + ".subject", locale, person.isTu()),
            Texts.of("agreement.mail." + what + ".body", locale, person.isTu(), baseUrl + "/c/" + workspace.getSlug() + link));
    }

    private void tellPractice(String what, Agreement agreement) {
        Workspace workspace = workspaces.find(tenant.id());
        Locale locale = Texts.locale(workspace.getLanguage(), workspace.getJurisdiction());
        mails.queue("agreement." + what + "." + agreement.getId(), practices.profile().getEmail(), workspace.getLanguage(),
            Texts.of("agreement.mail." + what + ".subject", locale, false),
            Texts.of("agreement.mail." + what + ".body", locale, false, baseUrl + "/w/" + workspace.getSlug() + "/agreement/show?id=" + agreement.getId()));
    }

    private Agreement agreement(UUID id) {
        return em.createQuery("select a from Agreement a where a.id = :id", Agreement.class).setParameter("id", id).getSingleResult();
    }
}
