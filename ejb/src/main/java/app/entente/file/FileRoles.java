package app.entente.file;

import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who is insured, signs or represents in the files of the current workspace (rule 3). */
@Stateless
@UseCases
public class FileRoles {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Files files;

    /** The roles of a file, those of today first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<FileRoleRow> ofFile(UUID file) {
        return em.createQuery("select new app.entente.file.FileRoleRow(r.id, r.personId, p.details.givenName, p.details.familyName, p.details.chosenName, "
            + "r.role, r.capacity, r.since, r.until) from FileRole r, Person p where p.id = r.personId and r.fileId = :file "
            + "order by r.until desc nulls first, r.since, r.id", FileRoleRow.class).setParameter("file", file).getResultList();
    }

    /**
     * Gives a participant a role from today on; refused with {@code file.role}, with {@code file.not_in_file} when they do not take part and with
     * {@code file.role_known} when they have it.
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.role_given")
    public UUID give(UUID file, UUID person, String role, String capacity) {
        files.find(file);
        if (count("select count(t) from Participant t where t.fileId = :file and t.personId = :person and t.until is null", file, person) == 0) {
            throw new BusinessRuleViolation("file.not_in_file");
        }
        if (em.createQuery("select count(r) from FileRole r where r.fileId = :file and r.personId = :person and r.role = :role and r.until is null", Long.class)
            .setParameter("file", file).setParameter("person", person).setParameter("role", role).getSingleResult() > 0) {
            throw new BusinessRuleViolation("file.role_known");
        }
        FileRole given = new FileRole(file, person, role, capacity, today());
        em.persist(given);
        return given.getId();
    }

    /** Ends a role today; refused with {@code file.part_ended}. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.role_ended")
    public void end(UUID role) {
        em.createQuery("select r from FileRole r where r.id = :id", FileRole.class).setParameter("id", role).getResultStream().findFirst()
            .orElseThrow(NotFound::new).end(today());
    }

    private long count(String query, UUID file, UUID person) {
        return em.createQuery(query, Long.class).setParameter("file", file).setParameter("person", person).getSingleResult();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(workspaces.find(tenant.id()).getZone()));
    }
}
