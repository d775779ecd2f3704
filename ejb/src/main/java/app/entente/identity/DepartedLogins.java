package app.entente.identity;

import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Has the identity provider forget those who have no place left here. */
@Stateless
@UseCases
public class DepartedLogins {

    /** The command that asks for it; its subject is the row of the login. */
    public static final String REMOVE = "login.remove";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Directory directory;

    /** Carries the command out; whoever has come back meanwhile, or is asked to, keeps the login. */
    @PermitAll
    public void remove(@Observes CommandStarted started) {
        if (!REMOVE.equals(started.command().kind())) {
            return;
        }
        em.createQuery("select d from DepartedLogin d where d.id = :id", DepartedLogin.class).setParameter("id", started.command().subjectId()).getResultStream()
            .findFirst().ifPresent(login -> {
                // Native: whether a login is used is asked across workspaces, which only the directory's function may.
                boolean used = (Boolean) em.createNativeQuery("select login_is_used(?)").setParameter(1, login.getSubject())
                    .setHint("eclipselink.jdbc.allow-native-sql-query", "true").getSingleResult();
                if (!used) {
                    directory.remove(login.getSubject());
                }
                em.remove(login);
            });
    }
}
