package app.entente.web.today;

import app.entente.agreement.AgreementRow;
import app.entente.agreement.Agreements;
import app.entente.file.FileRow;
import app.entente.file.Files;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.Meetings;
import app.entente.note.EntryRow;
import app.entente.note.Notes;
import app.entente.practice.Practices;
import app.entente.receipt.Receipts;
import app.entente.web.frame.Here;
import app.entente.web.frame.Me;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The practitioner's day. What awaits is named one by one; nothing here only counts. */
@Named
@RequestScoped
public class TodayShow {

    private static final int RECENT = 10;
    private static final Duration NOTES = Duration.ofDays(14);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    @Inject
    private Files files;
    @Inject
    private Meetings meetings;
    @Inject
    private Agreements agreements;
    @Inject
    private Receipts receipts;
    @Inject
    private Practices practices;
    @Inject
    private Notes notesOf;
    @Inject
    private Here here;
    @Inject
    private Me me;
    @Inject
    private Clock clock;
    private Instant now;
    private List<MeetingRow> agenda;
    private List<AgreementRow> toSign;
    private List<MeetingRow> withoutReceipt;
    private List<FileRow> recent;
    private List<String> missing;
    private List<MeetingRow> withoutNote;
    private Map<UUID, EntryRow> notes;

    @PostConstruct
    void read() {
        now = clock.instant();
        agenda = meetings.agenda();
        toSign = !me.isPractitioner() ? List.of() : agreements.page().stream().filter(AgreementRow::awaitsPractice).toList();
        List<MeetingRow> paid = agenda.stream().filter(MeetingRow::paid).toList();
        Set<UUID> given = receipts.ofMeetings(paid.stream().map(MeetingRow::id).toList()).keySet();
        withoutReceipt = paid.stream().filter(meeting -> !given.contains(meeting.id())).toList();
        missing = practices.profile().missing();
        List<MeetingRow> told = !me.isPractitioner() ? List.of()
            : agenda.stream().filter(meeting -> meeting.held() && meeting.startsAt().isAfter(now.minus(NOTES))).toList();
        notes = told.isEmpty() ? Map.of() : notesOf.ofMeetings(told.stream().map(MeetingRow::id).toList());
        withoutNote = told.stream().filter(meeting -> !notes.containsKey(meeting.id()) || !notes.get(meeting.id()).signed()).toList();
        recent = files.recent().stream().limit(RECENT).toList();
        if (recent.isEmpty()) {
            recent = files.page("").stream().limit(RECENT).toList();
        }
    }

    /** What the practice has still to tell of itself, as words of the bundle. */
    public List<String> getMissing() {
        return missing;
    }

    /** Today in the practice's place. */
    public LocalDate getDay() {
        return LocalDate.ofInstant(now, here.getZone());
    }

    public boolean isEvening() {
        return !LocalTime.ofInstant(now, here.getZone()).isBefore(EVENING);
    }

    /** Booked and held meetings of today, in their order. */
    public List<MeetingRow> getMeetings() {
        return agenda.stream().filter(meeting -> (meeting.booked() || meeting.held())
            && LocalDate.ofInstant(meeting.startsAt(), here.getZone()).equals(getDay())).toList();
    }

    /** Agreements that the client has signed and that await the practice's signature. */
    public List<AgreementRow> getToSign() {
        return toSign;
    }

    /** Meetings that are over and of which nobody has said whether they took place. */
    public List<MeetingRow> getToSettle() {
        return agenda.stream().filter(meeting -> meeting.booked() && meeting.endsAt().isBefore(now)).toList();
    }

    /** Meetings to come whose client asks for something else. */
    public List<MeetingRow> getAsked() {
        return agenda.stream().filter(meeting -> !meeting.asked().isEmpty()).toList();
    }

    /** Meetings of the last thirty days that were held at a price and have no receipt. */
    public List<MeetingRow> getWithoutReceipt() {
        return withoutReceipt;
    }

    /** Meetings of the last fourteen days that were held and whose note is not signed yet. */
    public List<MeetingRow> getWithoutNote() {
        return withoutNote;
    }

    /** The note of each of those meetings that has one. */
    public Map<UUID, EntryRow> getNotes() {
        return notes;
    }

    public boolean isNothingAwaits() {
        return toSign.isEmpty() && withoutReceipt.isEmpty() && withoutNote.isEmpty() && getToSettle().isEmpty() && getAsked().isEmpty();
    }

    /** The files opened last. */
    public List<FileRow> getRecent() {
        return recent;
    }
}
