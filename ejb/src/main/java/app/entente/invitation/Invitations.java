package app.entente.invitation;

import app.entente.identity.Command;
import app.entente.identity.CommandState;
import app.entente.identity.Outbox;
import app.entente.identity.Role;
import app.entente.identity.Seats;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.kernel.SecretLink;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invites the people of the current workspace to their portal. */
@Stateless
@UseCases
public class Invitations {

    private static final int SHORTEST_WORD = 4;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    People people;
    @Inject
    Seats seats;
    @Inject
    Outbox outbox;
    @Inject
    InvitationMails mails;
    @Inject
    Event<AccountInvited> invited;
    @Inject
    Event<InvitationConfirmed> confirmed;
    @Inject
    Event<InvitationRevoked> revoked;

    /**
     * Sends a person a link; the one before is dead from now on (rules 1 to 3). Refused with {@code invitation.no_safe_address},
     * {@code invitation.no_birth_date}, {@code invitation.word_short}, {@code invitation.under_way} or {@code invitation.has_portal}.
     *
     * @param factKind {@code birth_date}, read from the person, or {@code word}
     * @param word the agreed word, four letters or figures at least; not read for a birth date
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("invitation.sent")
    public void invite(UUID personId, String factKind, String word) {
        Person person = people.find(personId);
        send(person, fact(person, factKind, word));
    }

    /** Sends a new link with the same second fact; the old link is dead. Refused like {@link #invite}, and as not found when nobody was invited. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("invitation.sent_again")
    public void sendAgain(UUID personId) {
        Person person = people.find(personId);
        SecondFact before = latest(personId).orElseThrow(NotFound::new).getFact();
        send(person, SecondFact.WORD.equals(before.getKind()) ? before.copy() : fact(person, SecondFact.BIRTH_DATE, null));
    }

    /** Takes back the link, or the portal it has opened, from the next click on; refused with {@code invitation.over} when there is nothing left. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("invitation.revoked")
    public void revoke(UUID personId) {
        Invitation invitation = latest(personId).orElseThrow(NotFound::new);
        invitation.revoke(clock.instant());
        seats.closePortal(personId);
        revoked.fire(new InvitationRevoked(invitation.getId(), personId));
    }

    /** Lets the identity provider be asked once more; of use when the account is stuck. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("invitation.retried")
    public void retry(UUID personId) {
        Invitation invitation = latest(personId).orElseThrow(NotFound::new);
        if (invitation.confirmed()) {
            outbox.ask(new Command(InvitationWork.ACCOUNT, invitation.getId()));
        } else if (outbox.state(new Command(InvitationWork.PASSWORD, invitation.getId())) == CommandState.PARKED) {
            outbox.ask(new Command(InvitationWork.PASSWORD, invitation.getId()));
        }
    }

    /** Where the latest invitation of a person is. */
    @RolesAllowed(Role.PRACTITIONER)
    public InvitationView state(UUID personId) {
        Object[] found = em.createQuery("select i, (select count(a) from PortalAccess a where a.personId = p.id and a.until is null) from Person p "
            + "left join Invitation i on i.personId = p.id where p.id = :person order by i.createdAt desc, i.id desc", Object[].class)
            .setParameter("person", personId).setMaxResults(1).getResultStream().findFirst().orElseThrow(NotFound::new);
        Invitation latest = (Invitation) found[0];
        if (latest == null) {
            return new InvitationView((Long) found[1] == 0 ? InvitationState.NONE : InvitationState.ACCEPTED, null, null, null, null);
        }
        return new InvitationView(state(latest), latest.getEmail(), latest.getFact().getKind(), latest.getSince(), latest.getExpiresAt());
    }

    /** What the page behind a link asks; an unknown link looks like a known one (rule 5). */
    @PermitAll
    public InvitationDoor door(String token) {
        return known(token, LockModeType.NONE).map(invitation -> {
            Person person = people.known(invitation.getPersonId());
            return new InvitationDoor(invitation.getFact().getKind(), person.getLanguage(), person.isTu());
        }).orElse(new InvitationDoor(SecondFact.BIRTH_DATE, null, false));
    }

    /**
     * Takes an answer to a link's question (rules 4 to 6).
     *
     * @param answer the word, or the birth date as {@code yyyy-mm-dd}
     * @return whether it was right and the link alive; nothing tells which of the two failed
     */
    @PermitAll
    public boolean confirm(String token, String answer) {
        Optional<Invitation> known = known(token, LockModeType.PESSIMISTIC_WRITE);
        if (known.isEmpty()) {
            SecondFact.nobodys();
            return false;
        }
        Invitation invitation = known.get();
        if (!invitation.confirm(answer, clock.instant())) {
            return false;
        }
        outbox.ask(new Command(InvitationWork.ACCOUNT, invitation.getId()));
        confirmed.fire(new InvitationConfirmed(invitation.getId(), invitation.getPersonId()));
        return true;
    }

    private static SecondFact fact(Person person, String kind, String word) {
        if (SecondFact.BIRTH_DATE.equals(kind)) {
            if (person.getDetails().getBirthDate() == null) {
                throw new BusinessRuleViolation("invitation.no_birth_date");
            }
            return SecondFact.birthDate(person.getDetails().getBirthDate());
        }
        if (SecondFact.plain(word).length() < SHORTEST_WORD) {
            throw new BusinessRuleViolation("invitation.word_short", SHORTEST_WORD);
        }
        return SecondFact.word(word);
    }

    private void send(Person person, SecondFact fact) {
        if (person.getSafeEmail() == null || person.getSafeEmail().isBlank()) {
            throw new BusinessRuleViolation("invitation.no_safe_address");
        }
        if (seats.accountOf(person.getId()) != null) {
            throw new BusinessRuleViolation("invitation.has_portal");
        }
        if (latest(person.getId()).filter(Invitation::confirmed).isPresent()) {
            throw new BusinessRuleViolation("invitation.under_way");
        }
        all(person.getId()).forEach(Invitation::replaced);
        SecretLink link = SecretLink.random();
        Invitation invitation = new Invitation(person.getId(), person.getSafeEmail(), link.digest(), fact, clock.instant());
        em.persist(invitation);
        em.flush();
        mails.invite(invitation, link, person);
        invited.fire(new AccountInvited(invitation.getId(), person.getId()));
    }

    private InvitationState state(Invitation invitation) {
        return invitation.state(() -> mails.fate(invitation), () -> outbox.state(new Command(InvitationWork.ACCOUNT, invitation.getId())),
            () -> outbox.state(new Command(InvitationWork.PASSWORD, invitation.getId())), clock.instant());
    }

    private List<Invitation> all(UUID person) {
        return em.createQuery("select i from Invitation i where i.personId = :person order by i.createdAt desc, i.id desc", Invitation.class)
            .setParameter("person", person).getResultList();
    }

    private Optional<Invitation> latest(UUID person) {
        return all(person).stream().findFirst();
    }

    private Optional<Invitation> known(String token, LockModeType lock) {
        return em.createQuery("select i from Invitation i where i.tokenHash = :hash", Invitation.class)
            .setParameter("hash", SecretLink.digest(token).bytes()).setLockMode(lock).getResultStream().findFirst();
    }
}
