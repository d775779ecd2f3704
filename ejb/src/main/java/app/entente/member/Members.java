package app.entente.member;

import app.entente.identity.Caller;
import app.entente.identity.Command;
import app.entente.identity.Membership;
import app.entente.identity.Outbox;
import app.entente.identity.Role;
import app.entente.identity.Seats;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.kernel.SecretLink;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who works in the current workspace. */
@Stateless
@UseCases
public class Members {

    private static final Set<String> BY_THE_OWNER = Set.of("assistant", "supervisor");
    private static final int LONGEST_NAME = 200;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Caller caller;
    @Inject
    Seats seats;
    @Inject
    Outbox outbox;
    @Inject
    Event<MemberInvited> invited;
    @Inject
    Event<MemberRemoved> removed;

    /**
     * Asks somebody to work here (rules 1 to 3). A practitioner asks assistants and supervisors; an owner is asked when the platform opens the
     * workspace, and once only however often that is repeated. Anybody else finds nothing. Refused with {@code member.email_wrong},
     * {@code member.name_missing}, {@code member.already_invited} or {@code member.already_here}.
     *
     * @param email where the mail goes and whom the account must belong to
     * @param name what they are called in this workspace
     * @param role {@code owner}, {@code assistant} or {@code supervisor}
     * @param language {@code fr} or {@code en}
     * @return the invitation
     */
    @PermitAll
    @Audited("member.invited")
    public UUID invite(String email, String name, String role, String language) {
        boolean practitioner = Role.PRACTITIONER.equals(caller.role());
        boolean opening = "owner".equals(role) && !caller.worksHere();
        if (!(practitioner && BY_THE_OWNER.contains(role)) && !opening) {
            throw new NotFound();
        }
        String address = plain(email);
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new BusinessRuleViolation("member.name_missing");
        }
        Optional<MemberInvitation> before = open(address);
        if (before.isPresent() || worksHere(address)) {
            if (opening) {
                return before.map(MemberInvitation::getId).orElseGet(() -> latest(address));
            }
            throw new BusinessRuleViolation(before.isPresent() ? "member.already_invited" : "member.already_here");
        }
        MemberInvitation invitation = new MemberInvitation(address, name.strip(), role, "en".equals(language) ? "en" : "fr", clock.instant());
        em.persist(invitation);
        em.flush();
        outbox.ask(new Command(MemberWork.ACCOUNT, invitation.getId()));
        invited.fire(new MemberInvited(invitation.getId(), role));
        return invitation.getId();
    }

    /** Everybody who works here, owners first, then those who are asked to; by name. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<MemberRow> all() {
        List<MemberRow> rows = new ArrayList<>(em.createQuery("""
            select m.id, m.name, a.email, m.role, m.since, m.accountId from Membership m join Account a on a.id = m.accountId
             where m.until is null order by case m.role when 'owner' then 0 when 'assistant' then 1 else 2 end, m.name, a.email""", Object[].class)
            .getResultStream().map(this::member).toList());
        List<MemberInvitation> open = em.createQuery("select i from MemberInvitation i where i.status in ('preparing', 'sent', 'confirmed') order by i.name, i.id",
            MemberInvitation.class).getResultList();
        if (!open.isEmpty()) {
            Map<String, String> commands = commands(open);
            Map<String, String> fates = fates(open);
            open.forEach(i -> rows.add(new MemberRow(i.getId(), true, i.getName(), i.getEmail(), i.getRole(), i.getSince(), state(i, commands, fates),
                i.getExpiresAt(), false)));
        }
        return rows;
    }

    /** One of those who work here. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("member.read")
    public MemberRow find(UUID membership) {
        return em.createQuery("""
            select m.id, m.name, a.email, m.role, m.since, m.accountId from Membership m join Account a on a.id = m.accountId
             where m.until is null and m.id = :id""", Object[].class).setParameter("id", membership).getResultStream().findFirst()
            .map(this::member).orElseThrow(NotFound::new);
    }

    /** Sends another mail; the link before is dead. Refused with {@code member.over} when they have joined or it was taken back. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("member.invited_again")
    public void sendAgain(UUID invitation) {
        locked(invitation).again();
        outbox.ask(new Command(MemberWork.ACCOUNT, invitation));
    }

    /** Lets the identity provider be asked once more where that has come to a stop. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("member.retried")
    public void retry(UUID invitation) {
        MemberInvitation found = locked(invitation);
        if (found.preparing()) {
            outbox.ask(new Command(MemberWork.ACCOUNT, invitation));
        } else if (found.isConfirmed()) {
            outbox.ask(new Command(MemberWork.ROLE, invitation));
        }
    }

    /** Takes an invitation back; refused with {@code member.over} when they have joined or it is over. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("member.invitation_revoked")
    public void revoke(UUID invitation) {
        locked(invitation).revoke(clock.instant());
    }

    /**
     * Makes an assistant a supervisor or the other way round, from the next click on (rule 6). Refused with {@code member.owner_stays} for an owner.
     *
     * @param role {@code assistant} or {@code supervisor}
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("member.role_changed")
    public void changeRole(UUID membership, String role) {
        MemberRow row = find(membership);
        if (!row.changeable() || !BY_THE_OWNER.contains(role)) {
            throw new BusinessRuleViolation("member.owner_stays");
        }
        if (!role.equals(row.role())) {
            UUID account = seats.leave(membership);
            seats.take(account, role, row.name().equals(row.email()) ? null : row.name());
        }
    }

    /** Ends a membership at once, and the account's sessions through the outbox (rule 7). Refused with {@code member.last_owner}. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("member.removed")
    public void remove(UUID membership) {
        // Locked in one order: two owners who remove each other at the same moment must not both succeed.
        List<Membership> owners = em.createQuery("select m from Membership m where m.until is null and m.role = 'owner' order by m.id", Membership.class)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        if (owners.size() == 1 && owners.get(0).getId().equals(membership)) {
            throw new BusinessRuleViolation("member.last_owner");
        }
        UUID account = seats.leave(membership);
        outbox.ask(new Command(MemberWork.LOGOUT, membership));
        removed.fire(new MemberRemoved(membership, account));
    }

    /** Ends the sessions of everybody who works here; their memberships stay. For when the workspace is suspended. */
    @PermitAll
    public void endSessions() {
        em.createQuery("select m.id from Membership m where m.until is null", UUID.class).getResultList()
            .forEach(membership -> outbox.ask(new Command(MemberWork.LOGOUT, membership)));
    }

    /** What the page behind a link shows. */
    @PermitAll
    public JoiningDoor door(String token) {
        return known(token).map(i -> new JoiningDoor(i.getRole(), i.getLanguage(), i.isFresh())).orElse(new JoiningDoor(null, null, false));
    }

    /**
     * Goes through a link: whoever has yet to choose a password is written to by the identity provider.
     *
     * @return whether that is so; otherwise the person signs in as they are used to
     */
    @PermitAll
    public boolean follow(String token) {
        MemberInvitation invitation = known(token).orElseThrow(NotFound::new);
        if (invitation.isFresh()) {
            outbox.ask(new Command(MemberWork.PASSWORD, invitation.getId()));
        }
        return invitation.isFresh();
    }

    private Optional<MemberInvitation> known(String token) {
        return em.createQuery("select i from MemberInvitation i where i.tokenHash = :hash", MemberInvitation.class)
            .setParameter("hash", SecretLink.digest(token).bytes()).getResultStream().findFirst().filter(i -> i.alive(clock.instant()));
    }

    private MemberInvitation locked(UUID invitation) {
        return em.createQuery("select i from MemberInvitation i where i.id = :id", MemberInvitation.class).setParameter("id", invitation)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    private Optional<MemberInvitation> open(String email) {
        return em.createQuery("select i from MemberInvitation i where i.email = :email and i.status in ('preparing', 'sent', 'confirmed')", MemberInvitation.class)
            .setParameter("email", email).getResultStream().findFirst();
    }

    private UUID latest(String email) {
        return em.createQuery("select i.id from MemberInvitation i where i.email = :email order by i.createdAt desc", UUID.class)
            .setParameter("email", email).setMaxResults(1).getResultStream().findFirst().orElse(null);
    }

    private boolean worksHere(String email) {
        return !em.createQuery("select m.id from Membership m join Account a on a.id = m.accountId where m.until is null and a.email = :email", UUID.class)
            .setParameter("email", email).getResultList().isEmpty();
    }

    private static String plain(String email) {
        String address = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        try {
            if (address.chars().anyMatch(c -> c <= ' ' || c == ',' || c == 127)) {
                throw new AddressException("more than one address");
            }
            new InternetAddress(address, true).validate();
            return address;
        } catch (AddressException e) {
            throw new BusinessRuleViolation("member.email_wrong");
        }
    }

    private MemberRow member(Object[] row) {
        String name = (String) row[1];
        return new MemberRow((UUID) row[0], false, name == null ? (String) row[2] : name, (String) row[2], (String) row[3], (Instant) row[4],
            MemberState.ACTIVE, null, row[5].equals(caller.accountId()));
    }

    /** How far each invitation's commands are: kind and invitation → «waiting», «late», «parked» or «done». */
    private Map<String, String> commands(List<MemberInvitation> open) {
        return em.createQuery("select c.kind, c.subjectId, c.status, c.attempts from OutboxCommand c where c.subjectId in :ids", Object[].class)
            .setParameter("ids", open.stream().map(MemberInvitation::getId).toList()).getResultStream()
            .collect(Collectors.toMap(c -> c[0] + " " + c[1], c -> "waiting".equals(c[2]) && (int) c[3] > 0 ? "late" : (String) c[2]));
    }

    private Map<String, String> fates(List<MemberInvitation> open) {
        return em.createQuery("select m.dedupKey, m.status from Mail m where m.dedupKey in :keys", Object[].class)
            .setParameter("keys", open.stream().map(MemberMails::key).toList()).getResultStream()
            .collect(Collectors.toMap(m -> (String) m[0], m -> (String) m[1]));
    }

    private MemberState state(MemberInvitation invitation, Map<String, String> commands, Map<String, String> fates) {
        if (invitation.preparing() || invitation.isConfirmed()) {
            String kind = invitation.preparing() ? MemberWork.ACCOUNT : MemberWork.ROLE;
            return switch (commands.getOrDefault(kind + " " + invitation.getId(), "waiting")) {
                case "parked" -> MemberState.PARKED;
                case "late" -> MemberState.DELAYED;
                default -> invitation.preparing() ? MemberState.PREPARING : MemberState.JOINING;
            };
        }
        if (!invitation.alive(clock.instant())) {
            return MemberState.EXPIRED;
        }
        return "failed".equals(fates.get(MemberMails.key(invitation))) ? MemberState.UNDELIVERED : MemberState.SENT;
    }
}
