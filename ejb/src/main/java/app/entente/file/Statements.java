package app.entente.file;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What was said in the files of the current workspace, with who said it (rules 9 and 10). */
@Stateless
@UseCases
public class Statements {

    private static final int LONGEST = 20_000;
    // Not an outer join: the workspace's condition on its right side would drop the statements that have no source.
    private static final String ROW = "select new app.entente.file.StatementRow(s.id, s.fileId, s.disclosure.source, s.disclosure.context, s.disclosure.shelf, "
        + "s.saidOn, s.text, s.createdAt, (select p.details.givenName from Person p where p.id = s.disclosure.source), "
        + "(select q.details.familyName from Person q where q.id = s.disclosure.source), "
        + "(select r.details.chosenName from Person r where r.id = s.disclosure.source)) from FileStatement s ";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Caller caller;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Files files;
    @Inject
    Portals portals;
    @Inject
    Event<StatementShared> shared;

    /** The statements of a file, latest first. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<StatementRow> ofFile(UUID file) {
        return em.createQuery(ROW + "where s.fileId = :file order by s.saidOn desc, s.createdAt desc", StatementRow.class).setParameter("file", file)
            .getResultList();
    }

    /**
     * Writes down what was said. Refused with {@code file.not_open}, {@code file.statement_empty}, {@code file.statement_long},
     * {@code file.statement_later} for a day to come, {@code file.not_in_file} for a source outside the file, and as {@link Disclosure#Disclosure} says.
     *
     * @param source who said it; null when it was observed with everybody there
     * @param context {@code joint} or {@code individual}
     * @param shelf {@code shared}, {@code record} or {@code personal}; {@code record} when null
     * @param saidOn the day; today when null
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.statement_written")
    public UUID write(UUID file, UUID source, String context, String shelf, LocalDate saidOn, String text) {
        ClientFile found = files.find(file);
        if (!found.isOpen()) {
            throw new BusinessRuleViolation("file.not_open");
        }
        String words = text == null ? "" : text.strip();
        if (words.isEmpty()) {
            throw new BusinessRuleViolation("file.statement_empty");
        }
        if (words.length() > LONGEST) {
            throw new BusinessRuleViolation("file.statement_long", LONGEST);
        }
        LocalDate today = LocalDate.now(clock.withZone(workspaces.find(tenant.id()).getZone()));
        LocalDate day = saidOn == null ? today : saidOn;
        if (day.isAfter(today)) {
            throw new BusinessRuleViolation("file.statement_later");
        }
        if (source != null && em.createQuery("select count(t) from Participant t where t.fileId = :file and t.personId = :person", Long.class)
            .setParameter("file", file).setParameter("person", source).getSingleResult() == 0) {
            throw new BusinessRuleViolation("file.not_in_file");
        }
        FileStatement statement = new FileStatement(file, new Disclosure(source, context, shelf == null ? Disclosure.RECORD : shelf), day, words, clock.instant());
        em.persist(statement);
        tell(statement);
        return statement.getId();
    }

    /** Puts a statement on another shelf; refused with {@code file.shelf}. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.statement_moved")
    public void move(UUID statement, String shelf) {
        FileStatement found = em.createQuery("select s from FileStatement s where s.id = :id", FileStatement.class).setParameter("id", statement)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
        found.move(shelf, clock.instant());
        tell(found);
    }

    /**
     * What lies on the shared shelf for the signed-in person, latest first: of the files that are open to them, what was joint and what is their
     * own, never another's; of a file they have left, what was shared by then.
     */
    @RolesAllowed(Role.CLIENT)
    public List<StatementRow> mine() {
        Set<UUID> open = portals.files(caller.personId(), "shared");
        if (open.isEmpty()) {
            return List.of();
        }
        return em.createQuery(ROW + "where s.fileId in :files and s.disclosure.shelf = 'shared' and (s.disclosure.context = 'joint' or s.disclosure.source = :me) "
            + "and exists (select t from Participant t where t.fileId = s.fileId and t.personId = :me and (t.until is null or s.saidOn <= t.until)) "
            + "order by s.saidOn desc, s.createdAt desc", StatementRow.class).setParameter("files", open).setParameter("me", caller.personId()).getResultList();
    }

    private void tell(FileStatement statement) {
        if (statement.getDisclosure().isShared()) {
            shared.fire(new StatementShared(statement.getId(), statement.getFileId()));
        }
    }
}
