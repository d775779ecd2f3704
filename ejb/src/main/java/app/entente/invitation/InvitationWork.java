package app.entente.invitation;

import app.entente.identity.Accounts;
import app.entente.identity.Command;
import app.entente.identity.CommandStarted;
import app.entente.identity.Directory;
import app.entente.identity.DirectoryRefused;
import app.entente.identity.KnownUser;
import app.entente.identity.Outbox;
import app.entente.identity.Seats;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What follows a confirmed invitation without anybody waiting on a page: account, portal and the last mail (rules 6 and 7). */
@Stateless
@UseCases
public class InvitationWork {

    static final String ACCOUNT = "invitation.account";
    static final String PASSWORD = "invitation.password";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Directory directory;
    @Inject
    Accounts accounts;
    @Inject
    Seats seats;
    @Inject
    Outbox outbox;
    @Inject
    People people;
    @Inject
    InvitationMails mails;
    @Inject
    Event<InvitationAccepted> accepted;

    /** Carries out a command that an invitation has asked for. */
    @PermitAll
    public void carryOut(@Observes CommandStarted started) {
        Command command = started.command();
        if (ACCOUNT.equals(command.kind())) {
            find(command.subjectId()).filter(Invitation::confirmed).ifPresent(this::open);
        } else if (PASSWORD.equals(command.kind())) {
            // The provider writes this mail itself: what is safe is asked here.
            find(command.subjectId()).filter(i -> i.getAccountSubject() != null && i.getEmail().equalsIgnoreCase(people.known(i.getPersonId()).getSafeEmail()))
                .ifPresent(i -> directory.sendPasswordMail(i.getAccountSubject(), mails.portal()));
        }
    }

    private void open(Invitation invitation) {
        Person person = people.known(invitation.getPersonId());
        KnownUser user = directory.ensureUser(invitation.getEmail(), person.getLanguage());
        UUID account = accounts.ensure(user.subject(), invitation.getEmail(), person.getLanguage());
        seats.openPortal(person.getId(), account, invitation.getId());
        if (!person.getId().equals(seats.personOf(account))) {
            throw new DirectoryRefused("the account of this address is already another person's portal here");
        }
        invitation.accepted(user.subject(), clock.instant());
        if (user.fresh()) {
            outbox.ask(new Command(PASSWORD, invitation.getId()));
        } else {
            mails.open(invitation, person);
        }
        accepted.fire(new InvitationAccepted(invitation.getId(), person.getId(), account));
    }

    private Optional<Invitation> find(UUID id) {
        return em.createQuery("select i from Invitation i where i.id = :id", Invitation.class)
            .setParameter("id", id).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }
}
