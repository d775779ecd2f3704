package app.entente.platform;

import app.entente.kernel.Texts;
import app.entente.notification.Mails;
import app.entente.tenant.UseCases;
import app.entente.workspace.QuotaApproached;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;

/** Tells the owners of a workspace that its mails of the month come near their quota; once for each mark and month. The operator sees it in the list. */
@Stateless
@UseCases
public class QuotaNews {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Mails mails;
    @Inject
    Workspaces workspaces;

    /** Writes to them. */
    @PermitAll
    public void tell(@Observes QuotaApproached approached) {
        Workspace workspace = workspaces.find(approached.tenantId());
        Locale locale = Texts.locale(workspace.getLanguage(), workspace.getJurisdiction());
        em.createQuery("select a.email from Membership m, Account a where a.id = m.accountId and m.role = 'owner' and m.until is null", String.class)
            .getResultList().forEach(owner -> mails.queue("quota-mails-" + approached.month() + "-" + approached.percent() + "-" + owner, owner,
                workspace.getLanguage(), Texts.of("platform.quota.subject", locale, false),
                Texts.of("platform.quota.body", locale, false, approached.percent())));
    }
}
