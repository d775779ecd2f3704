package app.entente.person;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.NotFound;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** The people of the current workspace. */
@Stateless
@UseCases
public class People {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Caller caller;

    /** One person. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public Person find(UUID id) {
        return read(id);
    }

    /** The person that the signed-in client is here. */
    @RolesAllowed(Role.CLIENT)
    public Person myself() {
        return read(caller.personId());
    }

    /** One person, for work that runs without anybody signed in (mails, invitations). */
    @PermitAll
    public Person known(UUID id) {
        return read(id);
    }

    private Person read(UUID id) {
        return em.createQuery("select p from Person p where p.id = :id", Person.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }
}
