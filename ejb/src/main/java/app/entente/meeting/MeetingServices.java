package app.entente.meeting;

import app.entente.file.Files;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Tells a file that a service was given: a meeting that was held, and nothing else, moves the day from which the file is kept. */
@Stateless
@UseCases
public class MeetingServices {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Files files;

    @PermitAll
    public void held(@Observes MeetingHeld fact) {
        em.createQuery("select m from Meeting m where m.id = :id", Meeting.class).setParameter("id", fact.meetingId()).getResultStream().findFirst()
            .ifPresent(meeting -> files.served(meeting.getFileId(), meeting.getDay()));
    }
}
