package app.entente.seed;

import app.entente.catalogue.Catalogue;
import app.entente.identity.CommandStarted;
import app.entente.kernel.NotFound;
import app.entente.member.Members;
import app.entente.platform.Requests;
import app.entente.platform.WorkspaceRequest;
import app.entente.practice.Practice;
import app.entente.practice.PracticeEstablished;
import app.entente.practice.Practices;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.UsageWork;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Furnishes a workspace that the operator has just opened with everything a practice begins with, and has its owner invited. One step of the
 * outbox: whole or not at all, and without effect the second time.
 */
@Stateless
@UseCases
public class NewPractice {

    /** The command that asks for it. */
    public static final String FURNISH = "workspace.furnish";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Requests requests;
    @Inject
    Practices practices;
    @Inject
    Catalogue catalogue;
    @Inject
    Members members;
    @Inject
    UsageWork usage;
    @Inject
    Event<PracticeEstablished> established;

    /** Carries the command out. */
    @PermitAll
    public void furnish(@Observes CommandStarted started) {
        if (!FURNISH.equals(started.command().kind())) {
            return;
        }
        Workspace workspace = workspaces.find(tenant.id());
        WorkspaceRequest request = requests.behind(tenant.id()).orElseThrow(NotFound::new);
        if (em.createQuery("select count(p) from Practice p", Long.class).getSingleResult() == 0) {
            Foundation foundation = Foundation.of(request.getJurisdiction(), request.getProfession());
            practices.enact(foundation.laws());
            practices.establish(Practice.begun(request.getName(), request.getProfession(), foundation.title(), request.getEmail(),
                "FR".equals(request.getJurisdiction()) ? "FR" : "CA"), foundation.texts(), foundation.services());
            catalogue.adopt(foundation.approaches(), foundation.steps());
            em.flush();
            established.fire(new PracticeEstablished(tenant.id(), workspace.getSlug()));
            em.flush();
        }
        members.invite(request.getEmail(), request.getName(), "owner", request.getLanguage());
        em.flush();
        usage.count();
    }
}
