package app.entente.file;

import app.entente.identity.Caller;
import app.entente.identity.Membership;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Which files a supervisor reads, and what is written about them between the two. A supervisor reads what is named to them and finds nothing else:
 * every finder of any feature that lets supervisors in asks {@link #mustRead} first.
 */
@Stateless
@UseCases
public class Supervision {

    private static final int LONGEST = 10_000;
    private static final String NAMED = "select n.id from FileNaming n, Membership m where n.fileId = f.id and n.until is null and m.id = n.membershipId "
        + "and m.until is null and m.role = 'supervisor' ";
    private static final String ROW = "select new app.entente.file.EntrustedFile(f.id, f.reference, f.status, f.step, f.openedOn, "
        + "p.details.givenName, p.details.familyName, p.details.chosenName) from ClientFile f, Participant t, Person p "
        + "where t.fileId = f.id and t.principal = true and p.id = t.personId ";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Caller caller;

    /** Names a file to a supervisor; without effect when it is already. Not found when either is not there or the member does not supervise. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.entrusted")
    public void entrust(UUID file, UUID membership) {
        there(file);
        em.createQuery("select m from Membership m where m.id = :id and m.until is null and m.role = 'supervisor'", Membership.class)
            .setParameter("id", membership).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElseThrow(NotFound::new);
        if (naming(file, membership).isEmpty()) {
            em.persist(new FileNaming(file, membership, clock.instant()));
        }
    }

    /** The same for a file given by its reference; refused with {@code member.show.files.unknown} when no file has it. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.entrusted")
    public void entrust(String reference, UUID membership) {
        entrust(em.createQuery("select f.id from ClientFile f where lower(f.reference) = :reference", UUID.class)
            .setParameter("reference", reference == null ? "" : reference.strip().toLowerCase(Locale.ROOT)).getResultStream().findFirst()
            .orElseThrow(() -> new BusinessRuleViolation("member.show.files.unknown")), membership);
    }

    /** Takes a file back from a supervisor, from their next click on; not found when it was not named to them. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.taken_back")
    public void takeBack(UUID file, UUID membership) {
        naming(file, membership).orElseThrow(NotFound::new).end(clock.instant());
    }

    /** The supervisors of this workspace, and whether a file is named to each; by name. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<Supervisor> supervisors(UUID file) {
        return em.createQuery("""
            select m.id, m.name, a.email, (select count(n) from FileNaming n where n.membershipId = m.id and n.fileId = :file and n.until is null)
              from Membership m join Account a on a.id = m.accountId where m.until is null and m.role = 'supervisor' order by m.name, a.email""", Object[].class)
            .setParameter("file", file).getResultStream()
            .map(row -> new Supervisor((UUID) row[0], row[1] == null ? (String) row[2] : (String) row[1], (Long) row[3] > 0)).toList();
    }

    /** The files named to a member, by the client's name; at most 500. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<EntrustedFile> filesOf(UUID membership) {
        return em.createQuery(ROW + "and exists (" + NAMED + "and m.id = :membership) order by p.details.familyName, p.details.givenName, f.id", EntrustedFile.class)
            .setParameter("membership", membership).setMaxResults(500).getResultList();
    }

    /** The files named to the signed-in supervisor, by the client's name; at most 500. */
    @RolesAllowed(Role.SUPERVISOR)
    public List<EntrustedFile> mine() {
        return em.createQuery(ROW + "and exists (" + NAMED + "and m.accountId = :account) order by p.details.familyName, p.details.givenName, f.id", EntrustedFile.class)
            .setParameter("account", caller.accountId()).setMaxResults(500).getResultList();
    }

    /** Reads one of the files named to the signed-in supervisor; any other is not found. */
    @RolesAllowed(Role.SUPERVISOR)
    @Audited("file.opened")
    public SupervisedFile read(UUID file) {
        mustRead(file);
        EntrustedFile row = em.createQuery(ROW + "and f.id = :file", EntrustedFile.class).setParameter("file", file)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
        Object[] rest = em.createQuery("select f.kind, p.details.birthDate, f.reason from ClientFile f, Participant t, Person p where f.id = :file "
            + "and t.fileId = f.id and t.principal = true and p.id = t.personId", Object[].class).setParameter("file", file).setMaxResults(1).getSingleResult();
        return new SupervisedFile(row, (String) rest[0], (LocalDate) rest[1], (String) rest[2]);
    }

    /** Writes a comment, which stays as it is; refused with {@code supervision.empty} or {@code supervision.long}. */
    @RolesAllowed({Role.PRACTITIONER, Role.SUPERVISOR})
    @Audited("file.commented")
    public void comment(UUID file, String body) {
        mustRead(file);
        there(file);
        String text = body == null ? "" : body.strip();
        if (text.isEmpty()) {
            throw new BusinessRuleViolation("supervision.empty");
        }
        if (text.length() > LONGEST) {
            throw new BusinessRuleViolation("supervision.long", LONGEST);
        }
        em.persist(new FileComment(file, caller.accountId(), author(), caller.role(), text, clock.instant()));
    }

    /** The comments on a file, oldest first; none for somebody of the platform who was let in to look. */
    @RolesAllowed({Role.PRACTITIONER, Role.SUPERVISOR})
    public List<CommentRow> comments(UUID file) {
        mustRead(file);
        if (Role.SUPPORT.equals(caller.role())) {
            return List.of();
        }
        return em.createQuery("select new app.entente.file.CommentRow(c.id, c.author, c.role, c.body, c.writtenAt) from FileComment c where c.fileId = :file "
            + "order by c.writtenAt, c.id", CommentRow.class).setParameter("file", file).getResultList();
    }

    /** The one check of supervisors: not found unless the file is named to them. Whoever is here in another role is the business of the role. */
    @PermitAll
    public void mustRead(UUID file) {
        if (Role.SUPERVISOR.equals(caller.role())
            && em.createQuery("select f.id from ClientFile f where f.id = :file and exists (" + NAMED + "and m.accountId = :account)", UUID.class)
                .setParameter("file", file).setParameter("account", caller.accountId()).getResultList().isEmpty()) {
            throw new NotFound();
        }
    }

    private void there(UUID file) {
        if (em.createQuery("select f.id from ClientFile f where f.id = :file", UUID.class).setParameter("file", file).getResultList().isEmpty()) {
            throw new NotFound();
        }
    }

    private Optional<FileNaming> naming(UUID file, UUID membership) {
        return em.createQuery("select n from FileNaming n where n.fileId = :file and n.membershipId = :membership and n.until is null", FileNaming.class)
            .setParameter("file", file).setParameter("membership", membership).getResultStream().findFirst();
    }

    private String author() {
        String here = em.createQuery("select m.name from Membership m where m.accountId = :account and m.until is null", String.class)
            .setParameter("account", caller.accountId()).getResultStream().filter(name -> name != null).findFirst().orElse(null);
        return here != null ? here : caller.name().isBlank() ? caller.email() : caller.name();
    }
}
