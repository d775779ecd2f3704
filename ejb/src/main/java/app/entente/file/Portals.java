package app.entente.file;

import app.entente.identity.Role;
import app.entente.kernel.NotFound;
import app.entente.practice.LawText;
import app.entente.practice.Practices;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whether a person's own space is open to them, and for which files; asked on each of their requests (rule 7). */
@Stateless
@UseCases
public class Portals {

    /** The law that says from which age a young person holds the secrecy alone, by place. */
    private static final Map<String, String> AGE = Map.of("CA-QC", "qc.consent.minor", "FR", "fr.majority");

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Practices practices;

    /** Whether a person's space is open today. Somebody who takes part in no file keeps what was given to them. */
    @PermitAll
    public boolean open(UUID person) {
        List<Object[]> parts = parts(person);
        return parts.isEmpty() || parts.stream().anyMatch(part -> shows(part) && !"nothing".equals(part[3]));
    }

    /**
     * The files a person may see something of today.
     *
     * @param what {@code meetings} for dates alone, {@code shared} for what is on the shared shelf too
     */
    @PermitAll
    public Set<UUID> files(UUID person, String what) {
        return parts(person).stream().filter(this::shows).filter(part -> "shared".equals(part[3]) || what.equals(part[3]))
            .map(part -> (UUID) part[0]).collect(Collectors.toSet());
    }

    /** The age from which a young person holds the secrecy alone in this place, in years; empty where nobody has written it down. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT, Role.CLIENT})
    public Optional<Integer> age() {
        Workspace workspace = workspaces.find(tenant.id());
        if (workspace == null) {
            throw new NotFound();
        }
        return practices.law(workspace.getJurisdiction(), AGE.get(workspace.getJurisdiction()), today(workspace))
            .map(LawText::getValue).map(Integer::valueOf);
    }

    /** Whether parents are shut out of a minor's file by now; without a birth date, or a written age, they are. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT, Role.CLIENT})
    public boolean grown(LocalDate birth) {
        Optional<Integer> age = age();
        return birth == null || age.isEmpty() || !birth.plusYears(age.get()).isAfter(today(workspaces.find(tenant.id())));
    }

    private List<Object[]> parts(UUID person) {
        return em.createQuery("select t.fileId, t.capacity, t.until, t.sees, t.grantedAt, f.kind, c.details.birthDate "
            + "from Participant t, ClientFile f, Participant k, Person c where t.personId = :person and f.id = t.fileId and f.status <> 'destroyed' "
            + "and k.fileId = f.id and k.principal = true and c.id = k.personId", Object[].class).setParameter("person", person).getResultList();
    }

    private boolean shows(Object[] part) {
        if (Participant.CLIENT.equals(part[1])) {
            return true;
        }
        boolean parent = Participant.PARENT.equals(part[1]) || Participant.GUARDIAN.equals(part[1]);
        return part[2] == null && (!parent || !"minor".equals(part[5]) || part[4] != null || !grown((LocalDate) part[6]));
    }

    private LocalDate today(Workspace workspace) {
        return LocalDate.now(clock.withZone(workspace.getZone()));
    }
}
