package app.entente.note;

import app.entente.file.Files;
import app.entente.file.Portals;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.NotFound;
import app.entente.meeting.Meeting;
import app.entente.meeting.Meetings;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The notes of the current workspace: begun from a meeting or from a file, looked up by meeting, and what of them clients may read. */
@Stateless
@UseCases
public class Notes {

    private static final int MOST = 200;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Caller caller;
    @Inject
    Workspaces workspaces;
    @Inject
    Files files;
    @Inject
    Portals portals;
    @Inject
    Meetings meetings;
    @Inject
    Drafts drafts;

    /** The note of a meeting: the one there is, else a new draft with the client as present when the meeting took place. */
    @RolesAllowed(Role.PRACTITIONER)
    public UUID ofMeeting(UUID meeting) {
        Meeting found = meetings.find(meeting);
        Optional<UUID> there = em.createQuery("select e.id from Entry e where e.meetingId = :meeting and e.kind = 'note'", UUID.class)
            .setParameter("meeting", meeting).getResultStream().findFirst();
        if (there.isPresent()) {
            return there.get();
        }
        EntryContent content = EntryContent.nothing().saying(List.of(first(found.getFileId())));
        boolean came = found.isHeld() || Meeting.BOOKED.equals(found.getStatus());
        return drafts.begin(found.getFileId(), Entry.NOTE, meeting, came ? content.with("present", files.client(found.getFileId()).getId().toString()) : content);
    }

    /** A new note of a file without a meeting: about today. */
    @RolesAllowed(Role.PRACTITIONER)
    public UUID ofFile(UUID file) {
        LocalDate today = LocalDate.now(clock.withZone(workspaces.find(tenant.id()).getZone()));
        return drafts.begin(file, Entry.NOTE, null, EntryContent.nothing().with("service_on", today.toString())
            .with("present", files.client(file).getId().toString()).saying(List.of(first(file))));
    }

    /** Which of these meetings have a note, and which one. */
    @RolesAllowed(Role.PRACTITIONER)
    public Map<UUID, EntryRow> ofMeetings(@jakarta.validation.constraints.NotNull Collection<UUID> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(Entries.ROW + "e.kind = 'note' and e.meetingId in :meetings", EntryRow.class).setParameter("me", caller.accountId())
            .setParameter("meetings", asked).getResultStream().collect(Collectors.toMap(EntryRow::meetingId, row -> row));
    }

    /** The drafts of the signed-in author in all files, the one written on last first; at most 200. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<EntryRow> drafts() {
        return em.createQuery(Entries.ROW + "e.status = 'draft' order by e.savedAt desc", EntryRow.class).setParameter("me", caller.accountId())
            .setMaxResults(MOST).getResultList();
    }

    /** What the notes share with the signed-in client (rule 8), latest first; at most 200. */
    @RolesAllowed(Role.CLIENT)
    public List<SharedStatement> sharedWithMe() {
        if (caller.personId() == null) {
            throw new NotFound();
        }
        Set<UUID> open = portals.files(caller.personId(), "shared");
        if (open.isEmpty()) {
            return List.of();
        }
        List<Object[]> rows = em.createQuery("select s.id, coalesce(e.serviceAt, e.signedAt), s.text, s.personId from Statement s, Entry e "
            + "where e.id = s.entryId and e.status = 'signed' and s.shelf = 'shared' and e.fileId in :files and (s.context = 'joint' or s.personId = :me "
            + "or (s.personId is null and not exists (select o from Participant o where o.fileId = e.fileId and o.personId <> :me))) "
            + "order by coalesce(e.serviceAt, e.signedAt) desc, s.position", Object[].class)
            .setParameter("files", open).setParameter("me", caller.personId()).setMaxResults(MOST).getResultList();
        return rows.stream().map(row -> new SharedStatement((UUID) row[0], instant(row[1]), (String) row[2], caller.personId().equals(row[3]))).toList();
    }

    /** The place for the first words: together when several take part, else the client alone. */
    private Said first(UUID file) {
        long people = em.createQuery("select count(t) from Participant t where t.fileId = :file and t.until is null", Long.class)
            .setParameter("file", file).getSingleResult();
        return new Said("", people > 1 ? null : files.client(file).getId(), people > 1 ? "joint" : "individual", Said.RECORD);
    }

    private static Instant instant(Object at) {
        return at instanceof java.sql.Timestamp time ? time.toInstant() : (Instant) at;
    }
}
