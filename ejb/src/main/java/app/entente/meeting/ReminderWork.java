package app.entente.meeting;

import app.entente.kernel.Texts;
import app.entente.notification.Mails;
import app.entente.person.Person;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Reminds of one meeting of the current workspace, in a transaction of its own (rule 12). */
@Stateless
@UseCases
public class ReminderWork {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Mails mails;
    @Inject
    MeetingWords words;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;

    /** Writes to each who is expected and whose hour has come; without effect when nobody's has, or another node was faster. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void remind(UUID id) {
        em.createQuery("select m from Meeting m where m.id = :id and m.status = 'booked' and m.remindedAt is null", Meeting.class)
            .setParameter("id", id).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst()
            .filter(meeting -> "open".equals(workspaces.find(tenant.id()).getStatus())).ifPresent(this::remind);
    }

    private void remind(Meeting meeting) {
        List<Person> people = em.createQuery("select p from Person p where p.id in (select a.personId from MeetingAttendee a where a.meetingId = :id) "
            + "or p.id in (select t.personId from Participant t where t.fileId = :file and t.capacity = 'client' and t.until is null) "
            + "and not exists (select o from MeetingAttendee o where o.meetingId = :id)", Person.class)
            .setParameter("id", meeting.getId()).setParameter("file", meeting.getFileId()).getResultList();
        boolean all = true;
        for (Person person : people) {
            int hours = em.createQuery("select w.reminderHours from MeetingWish w where w.personId = :person", Integer.class)
                .setParameter("person", person.getId()).getResultStream().findFirst().orElseGet(() -> new MeetingWish(person.getId()).getReminderHours());
            Instant due = meeting.getStartsAt().minus(Duration.ofHours(hours));
            if (hours > 0 && due.isAfter(clock.instant())) {
                all = false;
            } else if (hours > 0 && meeting.getCreatedAt().isBefore(due)) {
                write(meeting, person);
            }
        }
        if (all) {
            meeting.reminded(clock.instant());
        }
    }

    private void write(Meeting meeting, Person person) {
        Locale locale = words.locale(person);
        mails.write(person, "meeting.reminder:" + meeting.getId() + ":" + meeting.getStartsAt().getEpochSecond() + ":" + person.getId(),
            Texts.of("meeting.mail.reminder.subject", locale, person.isTu()),
            Texts.of("meeting.mail.reminder.body", locale, person.isTu(), words.moment(meeting.getStartsAt(), locale), words.portal()));
    }
}
