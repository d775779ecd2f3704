package app.entente.note;

import app.entente.document.Seals;
import app.entente.file.FileDestroyed;
import app.entente.tenant.UseCases;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** What is written in a file leaves with it when it is destroyed, the sealed documents too. */
@Stateless
@UseCases
public class NoteForgetting {

    /** After those who point at what is written, such as the search. */
    private static final int AFTER_THE_SEARCH = 2000;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Seals seals;

    /** A file was destroyed; in the same transaction everything written in it goes. */
    @PermitAll
    public void destroyed(@Observes @Priority(AFTER_THE_SEARCH) FileDestroyed fact) {
        em.createQuery("select e.sealedId from Entry e where e.fileId = :file and e.sealedId is not null", UUID.class)
            .setParameter("file", fact.fileId()).getResultList().forEach(seals::forget);
        em.createQuery("select s.sealedId from AddendumSheet s, Entry e where e.id = s.entryId and e.fileId = :file and s.sealedId is not null", UUID.class)
            .setParameter("file", fact.fileId()).getResultList().forEach(seals::forget);
        for (String part : List.of("AddendumSheet", "Addendum", "Statement", "EntryRevision")) {
            em.createQuery("delete from " + part + " p where p.entryId in (select e.id from Entry e where e.fileId = :file)")
                .setParameter("file", fact.fileId()).executeUpdate();
        }
        em.createQuery("delete from Entry e where e.fileId = :file").setParameter("file", fact.fileId()).executeUpdate();
    }
}
