package app.entente.web.meeting;

import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.MeetingSeries;
import app.entente.meeting.Meetings;
import app.entente.meeting.Moves;
import app.entente.note.EntryRow;
import app.entente.note.Notes;
import app.entente.person.Person;
import app.entente.receipt.ReceiptRow;
import app.entente.receipt.Receipts;
import app.entente.web.frame.Here;
import app.entente.web.frame.Me;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;

/** One meeting, and what became of it. */
@Named
@RequestScoped
public class MeetingShow {

    @Inject
    private Meetings meetings;
    @Inject
    private Receipts receipts;
    @Inject
    private Moves moves;
    @Inject
    private Here here;
    @Inject
    private Notes notes;
    @Inject
    private Me me;
    @Inject
    private Clock clock;
    @Inject
    private HttpServletRequest request;
    private MeetingRow meeting;
    private ReceiptRow receipt;
    private Long left;
    private MeetingSeries series;
    private List<Person> attendees;
    private EntryRow note;

    @PostConstruct
    void load() {
        meeting = meetings.row(Ids.parse(request.getParameter("id")));
        series = meeting.seriesId() == null ? null : meetings.series(meeting.id());
        attendees = meetings.attendees(meeting.id());
        receipt = receipts.ofMeetings(List.of(meeting.id())).get(meeting.id());
        left = receipt == null ? null : receipts.left(List.of(meeting)).get(meeting.id());
        note = me.isPractitioner() ? notes.ofMeetings(List.of(meeting.id())).get(meeting.id()) : null;
    }

    public MeetingRow getMeeting() {
        return meeting;
    }

    /** Its receipt; null when there is none. */
    public ReceiptRow getReceipt() {
        return receipt;
    }

    /** What its receipts leave to cover of the price; null when they cover all of it, or there is none. */
    public Money getLeft() {
        return left == null ? null : new Money(left, receipt.total().currency());
    }

    /** Who is expected, when that is not the file's client alone. */
    public List<Person> getAttendees() {
        return attendees.size() > 1 ? attendees : List.of();
    }

    /** The rule of its series; null for a single one. */
    public MeetingSeries getSeries() {
        return series;
    }

    /** The days of its series in words. */
    public String getDays() {
        return series.getRepeat().getDays().stream().map(day -> day.getDisplayName(TextStyle.FULL, here.getLocale())).collect(Collectors.joining(", "));
    }

    /** Whether it is booked and has not begun. */
    public boolean isToCome() {
        return meeting.booked() && meeting.startsAt().isAfter(clock.instant());
    }

    /** What there is to do with its note: {@code write}, {@code continue} or {@code read}. */
    public String getNoteStep() {
        return note == null ? "write" : note.signed() ? "read" : "continue";
    }

    /** Whether it has begun and nobody has said what became of it. */
    public boolean isToSettle() {
        return meeting.booked() && !meeting.startsAt().isAfter(clock.instant());
    }

    /** It took place: the next thing is its receipt, when there is something to pay. */
    public String hold() {
        meetings.hold(meeting.id());
        return again();
    }

    public String miss() {
        meetings.miss(meeting.id());
        return again();
    }

    /** What the client asked has its answer. */
    public String answered() {
        moves.answered(meeting.id());
        return again();
    }

    private String again() {
        return "/meeting/show?faces-redirect=true&id=" + meeting.id();
    }
}
