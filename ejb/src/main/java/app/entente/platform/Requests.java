package app.entente.platform;

import app.entente.kernel.Sha256;
import app.entente.kernel.Texts;
import app.entente.notification.PlatformMails;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Where visitors ask for a workspace (rule 2). */
@Stateless
@PlatformUseCases
public class Requests {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    PlatformMails mails;

    /** Takes a request and writes one receipt a day to its address; says nothing of whether the address is known. */
    @PermitAll
    public void ask(@Valid @NotNull RequestForm form) {
        WorkspaceRequest request = new WorkspaceRequest(form, clock.instant());
        em.persist(request);
        java.util.Locale locale = Texts.locale(request.getLanguage(), request.getJurisdiction());
        String address = Sha256.of(request.getEmail().getBytes(StandardCharsets.UTF_8)).hex();
        mails.queue("request:" + address + ":" + LocalDate.now(clock), request.getEmail(), request.getLanguage(),
            Texts.of("platform.received.subject", locale, false), Texts.of("platform.received.body", locale, false));
    }

    /** The request behind the workspace of this transaction; empty where there was none. */
    @PermitAll
    public Optional<WorkspaceRequest> behind(UUID workspace) {
        return em.createQuery("select r from WorkspaceRequest r where r.workspaceId = :workspace", WorkspaceRequest.class)
            .setParameter("workspace", workspace).getResultStream().findFirst();
    }
}
