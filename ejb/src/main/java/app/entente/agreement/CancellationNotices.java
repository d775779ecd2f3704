package app.entente.agreement;

import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** How long before a meeting a client may cancel it freely, by the agreement they have signed. */
@Stateless
@UseCases
public class CancellationNotices {

    private static final String CLAUSE = "cancellation";
    private static final String VARIABLE = "cancellation_hours";

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** The notice in hours that the agreement in force of a file asks for; null when none is in force or its clause was left out. */
    @PermitAll
    public Integer hours(UUID file) {
        Agreement agreement = em.createQuery("select a from Agreement a where a.fileId = :file and a.status = 'active' order by a.createdAt desc",
            Agreement.class).setParameter("file", file).setMaxResults(1).getResultStream().findFirst().orElse(null);
        if (agreement == null || agreement.getLeftOut().contains(CLAUSE)) {
            return null;
        }
        return em.createQuery("select v.value from AgreementValue v where v.agreementId = :agreement and v.code = :code", String.class)
            .setParameter("agreement", agreement.getId()).setParameter("code", VARIABLE).getResultStream().findFirst()
            .filter(hours -> hours.strip().matches("\\d{1,3}")).map(hours -> Integer.valueOf(hours.strip())).orElse(null);
    }
}
