package app.entente.agreement;

import app.entente.identity.Role;
import app.entente.practice.PracticeEstablished;
import app.entente.practice.Practices;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** The practice's templates. A new practice adopts the one of its profession. */
@Stateless
@UseCases
public class AgreementTemplates {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Practices practices;
    @Inject
    Clock clock;

    /** The templates of the practice. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<AgreementTemplate> all() {
        return em.createQuery("select t from AgreementTemplate t order by t.code", AgreementTemplate.class).getResultList();
    }

    /** A practice has come to life: it adopts the template of its profession, if there is one. */
    @PermitAll
    public void adopt(@Observes PracticeEstablished established) {
        String profession = practices.profile().getProfession();
        try (InputStream seed = AgreementTemplates.class.getResourceAsStream("/app/entente/seed/agreement-" + profession + ".json")) {
            if (seed != null) {
                publish(new String(seed.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(String json) {
        TemplateContent content = TemplateContent.read(json);
        AgreementTemplate template = new AgreementTemplate(content.code(), content.title());
        em.persist(template);
        em.flush();
        em.persist(new TemplateVersion(template.getId(), 1, json, clock.instant()));
    }
}
