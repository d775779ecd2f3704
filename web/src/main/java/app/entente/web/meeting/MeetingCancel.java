package app.entente.web.meeting;

import app.entente.kernel.Ids;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.Meetings;
import app.entente.meeting.Moves;
import app.entente.meeting.Reach;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Cancels a meeting, and of a series as many as are chosen: by whom, why, and how many, told first. */
@Named
@RequestScoped
public class MeetingCancel {

    @Inject
    private Meetings meetings;
    @Inject
    private Moves moves;
    @Inject
    private Clock clock;
    @Inject
    private HttpServletRequest request;
    private MeetingRow meeting;
    private List<Reach.Count> counts;
    private Integer notice;
    private String reach;
    private String who = "client";
    private String reason;

    @PostConstruct
    void load() {
        meeting = meetings.row(Ids.parse(request.getParameter("id")));
        counts = moves.counts(meeting.id(), true);
        notice = moves.notice(meeting.id());
        reach = value(counts.get(0));
    }

    /** Cancels as many as were told. */
    public String cancel() {
        String[] chosen = reach.split(":");
        moves.cancel(meeting.id(), Reach.valueOf(chosen[0]), "client".equals(who), reason, Integer.parseInt(chosen[1]));
        return "/meeting/show?faces-redirect=true&id=" + meeting.id();
    }

    /** A choice of how far, with the number it was shown with. */
    public String value(Reach.Count count) {
        return count.reach() + ":" + count.changed();
    }

    public MeetingRow getMeeting() {
        return meeting;
    }

    public List<Reach.Count> getCounts() {
        return counts;
    }

    public boolean isSeries() {
        return counts.size() > 1;
    }

    /** Hours of notice that the signed agreement asks for; null when none does. */
    public Integer getNotice() {
        return notice;
    }

    /** Whether a cancellation by the client would be late now. */
    public boolean isLate() {
        return notice != null && clock.instant().isAfter(meeting.startsAt().minus(Duration.ofHours(notice)));
    }

    public String getReach() {
        return reach;
    }

    public void setReach(String reach) {
        this.reach = reach == null || !reach.matches("(ONE|FOLLOWING|ALL):\\d{1,4}") ? value(counts.get(0)) : reach;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
