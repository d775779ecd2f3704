package app.entente.member;

import app.entente.identity.Accounts;
import app.entente.identity.Command;
import app.entente.identity.CommandStarted;
import app.entente.identity.Directory;
import app.entente.identity.KnownMember;
import app.entente.identity.Outbox;
import app.entente.identity.Role;
import app.entente.identity.Seats;
import app.entente.kernel.NotFound;
import app.entente.kernel.SecretLink;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What happens to an invitation without its owner: the provider's part, carried out by the outbox, and the answer of the person invited. */
@Stateless
@UseCases
public class MemberWork {

    static final String ACCOUNT = "member.account";
    static final String PASSWORD = "member.password";
    static final String ROLE = "member.role";
    static final String LOGOUT = "member.logout";
    /** Asked by the platform when it suspends a workspace. */
    static final String SIGN_OUT = "workspace.sign_out";

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
    Members members;
    @Inject
    MemberMails mails;
    @Inject
    Event<MemberJoined> joined;
    @Inject
    @ConfigProperty(name = "entente.second-factor")
    String secondFactor;

    /** Carries out a command that a member or an invitation has asked for. */
    @PermitAll
    public void carryOut(@Observes CommandStarted started) {
        Command command = started.command();
        switch (command.kind()) {
            case ACCOUNT -> find(command.subjectId()).filter(MemberInvitation::preparing).ifPresent(this::prepare);
            case PASSWORD -> find(command.subjectId()).filter(i -> i.alive(clock.instant()))
                .ifPresent(i -> directory.sendPasswordMail(i.getAccountSubject(), mails.places()));
            case ROLE -> find(command.subjectId()).filter(MemberInvitation::isConfirmed).ifPresent(this::secure);
            case LOGOUT -> Optional.ofNullable(seats.accountOfMembership(command.subjectId())).map(accounts::subjectOf).ifPresent(directory::logout);
            case SIGN_OUT -> members.endSessions();
            default -> { }
        }
    }

    /**
     * The person who was invited accepts (rules 4 and 5); not found unless the invitation is alive and for exactly this account and address.
     *
     * @param account whose seat it will be
     * @param subject how the provider names that account
     * @param email the address it has signed in with
     * @return whether the person works here from now on; otherwise the second factor comes first
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean accept(UUID invitation, UUID account, String subject, String email) {
        MemberInvitation found = theirs(invitation, subject, email);
        if (found.isEnforced()) {
            seat(found, account);
            return true;
        }
        found.confirmed();
        outbox.ask(new Command(ROLE, invitation));
        return false;
    }

    /** The person who was invited would rather not; not found like {@link #accept}. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void decline(UUID invitation, String subject, String email) {
        theirs(invitation, subject, email).declined(clock.instant());
    }

    private void prepare(MemberInvitation invitation) {
        KnownMember known = directory.ensureMember(invitation.getEmail(), invitation.getLanguage(), realmRole(invitation.getRole()));
        SecretLink link = SecretLink.random();
        Instant now = clock.instant();
        invitation.sent(link.digest(), known.subject(), known.enforced(), known.fresh(), now);
        mails.invite(invitation, link, now);
    }

    private void secure(MemberInvitation invitation) {
        directory.secure(invitation.getAccountSubject(), realmRole(invitation.getRole()), "required".equals(secondFactor));
        seat(invitation, accounts.ensure(invitation.getAccountSubject(), invitation.getEmail(), invitation.getLanguage()));
    }

    private void seat(MemberInvitation invitation, UUID account) {
        UUID membership = seats.take(account, invitation.getRole(), invitation.getName());
        invitation.accepted(membership, clock.instant());
        joined.fire(new MemberJoined(membership, account, invitation.getRole()));
    }

    /** A supervisor is given the assistant's: all that counts there is that both force a second factor. */
    private static String realmRole(String role) {
        return "owner".equals(role) ? Role.PRACTITIONER : Role.ASSISTANT;
    }

    private MemberInvitation theirs(UUID invitation, String subject, String email) {
        return find(invitation).filter(i -> i.alive(clock.instant()) && i.getAccountSubject().equals(subject) && i.getEmail().equalsIgnoreCase(email))
            .orElseThrow(NotFound::new);
    }

    private Optional<MemberInvitation> find(UUID id) {
        return em.createQuery("select i from MemberInvitation i where i.id = :id", MemberInvitation.class)
            .setParameter("id", id).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }
}
