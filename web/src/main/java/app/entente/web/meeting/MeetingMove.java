package app.entente.web.meeting;

import app.entente.kernel.Ids;
import app.entente.meeting.Meeting;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.Meetings;
import app.entente.meeting.Moves;
import app.entente.meeting.Reach;
import app.entente.meeting.Where;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Moves a meeting, and says anew how and where; of a series as far as is chosen, with the number told first. */
@Named
@RequestScoped
public class MeetingMove extends MeetingForm {

    @Inject
    private Meetings meetings;
    @Inject
    private Moves moves;
    @Inject
    private Practices practices;
    @Inject
    private HttpServletRequest request;
    private MeetingRow meeting;
    private List<Reach.Count> counts;
    private Service service;
    private String reach;

    @PostConstruct
    void load() {
        meeting = meetings.row(Ids.parse(request.getParameter("id")));
        Meeting whole = meetings.find(meeting.id());
        counts = moves.counts(meeting.id(), false);
        service = practices.service(meeting.serviceId());
        reach = value(counts.get(0));
        at(whole.getLocal());
        setMinutes(meeting.minutes());
        setMode(meeting.mode());
        setPlace(meeting.place());
        setLink(meeting.link());
        setPhone(meeting.phone());
    }

    /** Moves; what speaks against the new time is shown first and asked about once. */
    public String move() {
        String[] chosen = reach.split(":");
        Reach far = Reach.valueOf(chosen[0]);
        if (tells(moves.cautions(meeting.id(), far, local()))) {
            return null;
        }
        moves.move(meeting.id(), far, local(), Integer.parseInt(chosen[1]));
        return shown();
    }

    /** Says anew how long, how and where this one meeting is. */
    public String change() {
        moves.change(meeting.id(), getMinutes(), getMode(), new Where(getPlace(), "", "home".equals(getMode()) ? getPlace() : "", getLink(), getPhone()));
        return shown();
    }

    private String shown() {
        return "/meeting/show?faces-redirect=true&id=" + meeting.id();
    }

    /** A choice of how far, with the number it was shown with. */
    public String value(Reach.Count count) {
        return count.reach() + ":" + count.changed();
    }

    public MeetingRow getMeeting() {
        return meeting;
    }

    /** How far a change may go, counted. */
    public List<Reach.Count> getCounts() {
        return counts;
    }

    /** Its service: how it may take place, how long. */
    public Service getService() {
        return service;
    }

    public boolean isSeries() {
        return counts.size() > 1;
    }

    public String getReach() {
        return reach;
    }

    public void setReach(String reach) {
        this.reach = reach == null || !reach.matches("(ONE|FOLLOWING|ALL):\\d{1,4}") ? value(counts.get(0)) : reach;
    }
}
