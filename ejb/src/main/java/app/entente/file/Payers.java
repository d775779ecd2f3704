package app.entente.file;

import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who pays for the files of the current workspace (rule 3). */
@Stateless
@UseCases
public class Payers {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Files files;

    /** Every payer of a file, those of today first. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<Payer> ofFile(UUID file) {
        return em.createQuery("select p from Payer p where p.fileId = :file order by p.until desc nulls first, p.since desc", Payer.class)
            .setParameter("file", file).getResultList();
    }

    /** Who pays on a day, latest first; empty when the client does. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<Payer> on(UUID file, LocalDate day) {
        return em.createQuery("select p from Payer p where p.fileId = :file and p.since <= :day and (p.until is null or p.until >= :day) "
            + "order by p.since desc, p.id desc", Payer.class).setParameter("file", file).setParameter("day", day).getResultList();
    }

    /** One payer. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public Payer find(UUID id) {
        return em.createQuery("select p from Payer p where p.id = :id", Payer.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /**
     * Adds a payer from a day on, which may be past: who pays is often known after the first meeting; refused as {@link Payer#Payer} says, and with {@code file.not_in_file} when the person who pays or is insured
     * does not take part.
     *
     * @param personId a participant who pays; may be null
     * @param insuredId the participant whose insurance or programme it is; may be null
     */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("file.payer_added")
    public UUID add(UUID file, UUID personId, UUID insuredId, @Valid @NotNull PayerDetails details, @NotNull LocalDate since) {
        ClientFile found = files.find(file);
        inFile(file, personId);
        inFile(file, insuredId);
        return keep(found, personId, insuredId, details, since);
    }

    /** Writes down a payer that a file brings along. Called when a workspace is opened with what its practitioner has. */
    @PermitAll
    public UUID establish(UUID file, PayerDetails details, LocalDate since) {
        ClientFile found = em.createQuery("select f from ClientFile f where f.id = :id", ClientFile.class).setParameter("id", file)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
        return keep(found, null, null, details, since);
    }

    /** Replaces what is written about a payer; the version is the one the form was made from. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("file.payer_corrected")
    public void correct(UUID payer, @Valid @NotNull PayerDetails details, int version) {
        Payer found = find(payer);
        if (found.getVersion() != version) {
            throw new OptimisticLockException(found);
        }
        found.write(details);
    }

    /** The payer pays no more after a day; refused as {@link Payer#end} says. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("file.payer_ended")
    public void end(UUID payer, @NotNull LocalDate day) {
        find(payer).end(day);
    }

    private UUID keep(ClientFile file, UUID personId, UUID insuredId, PayerDetails details, LocalDate since) {
        Payer payer = new Payer(file.getId(), personId, insuredId, details, currency(), since);
        em.persist(payer);
        return payer.getId();
    }

    private String currency() {
        return "CA-QC".equals(workspaces.find(tenant.id()).getJurisdiction()) ? "CAD" : "EUR";
    }

    private void inFile(UUID file, UUID person) {
        if (person != null && em.createQuery("select count(t) from Participant t where t.fileId = :file and t.personId = :person", Long.class)
            .setParameter("file", file).setParameter("person", person).getSingleResult() == 0) {
            throw new BusinessRuleViolation("file.not_in_file");
        }
    }
}
