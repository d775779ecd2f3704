package app.entente.web.meeting;

import app.entente.kernel.Ids;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.MyMeetings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;

/** One meeting of a client: how to join, and what to do when it does not suit. */
@Named
@RequestScoped
public class PortalMeeting {

    @Inject
    private MyMeetings meetings;
    @Inject
    private Clock clock;
    @Inject
    private HttpServletRequest request;
    private MeetingRow meeting;
    private Integer notice;
    private String words;
    private String reason;

    @PostConstruct
    void load() {
        meeting = meetings.row(Ids.parse(request.getParameter("id")));
        notice = meetings.notice(meeting.id());
    }

    /** Asks for something else. */
    public String ask() {
        meetings.ask(meeting.id(), words);
        return again();
    }

    /** Cancels it. */
    public String cancel() {
        meetings.cancel(meeting.id(), reason);
        return again();
    }

    private String again() {
        return "/portal/meeting?faces-redirect=true&id=" + meeting.id();
    }

    public MeetingRow getMeeting() {
        return meeting;
    }

    /** Whether it is booked and has not begun. */
    public boolean isToCome() {
        return meeting.booked() && meeting.startsAt().isAfter(clock.instant());
    }

    /** Hours of notice that the signed agreement asks for; null when none does. */
    public Integer getNotice() {
        return notice;
    }

    /** Whether cancelling now is later than that. */
    public boolean isLate() {
        return notice != null && clock.instant().isAfter(meeting.startsAt().minus(Duration.ofHours(notice)));
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
