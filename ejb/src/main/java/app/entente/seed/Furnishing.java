package app.entente.seed;

import app.entente.catalogue.Catalogue;
import app.entente.file.Files;
import app.entente.identity.Seats;
import app.entente.practice.PracticeEstablished;
import app.entente.practice.Practices;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Writes one demo practice into its workspace, whole or not at all (rule 1). */
@Stateless
@UseCases
public class Furnishing {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Workspaces workspaces;
    @Inject
    Practices practices;
    @Inject
    Catalogue catalogue;
    @Inject
    Seats seats;
    @Inject
    Files files;
    @Inject
    Event<PracticeEstablished> established;

    /**
     * Opens the workspace and writes all that is in it.
     *
     * @param accounts the account of each subject that has a login
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void furnish(DemoWorkspace demo, Map<String, UUID> accounts) {
        Seed seed = Seed.of(demo.slug());
        workspaces.open(seed.workspace(demo.id(), clock.instant()));
        // The rows below refer to the workspace, and to each other, by keys that Jakarta Persistence does not know as relations.
        em.flush();
        practices.enact(seed.laws());
        practices.establish(seed.profile(), seed.texts(), seed.services());
        catalogue.adopt(seed.approaches(), seed.steps());
        seats.seatOwner(accounts.get(demo.owner().subject()));
        LocalDate today = LocalDate.now(clock.withZone(workspaces.find(demo.id()).getZone()));
        for (DemoWorkspace.Client client : demo.clients()) {
            UUID file = files.takeOver(client.people(), client.kind(), client.reason(), client.step(), client.openedOn(today));
            if (client.login() != null) {
                seats.openPortal(files.row(file).personId(), accounts.get(client.login().subject()), null);
            }
        }
        em.flush();
        established.fire(new PracticeEstablished(demo.id(), demo.slug()));
    }
}
