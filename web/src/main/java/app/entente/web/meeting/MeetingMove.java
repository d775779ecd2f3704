package app.entente.web.meeting;

import app.entente.kernel.Ids;
import app.entente.meeting.Caution;
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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** Moves a meeting, and says anew how and where; of a series as far as is chosen, with the number told first. */
@Named
@RequestScoped
public class MeetingMove {

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
    private LocalDate date;
    private LocalTime time;
    private String reach;
    private int minutes;
    private String mode;
    private String place;
    private String link;
    private String phone;
    private List<Caution> cautions = List.of();
    private String seen = "";

    @PostConstruct
    void load() {
        meeting = meetings.row(Ids.parse(request.getParameter("id")));
        Meeting whole = meetings.find(meeting.id());
        counts = moves.counts(meeting.id(), false);
        service = practices.service(meeting.serviceId());
        date = whole.getLocal().toLocalDate();
        time = whole.getLocal().toLocalTime();
        reach = value(counts.get(0));
        minutes = meeting.minutes();
        mode = meeting.mode();
        place = meeting.place();
        link = meeting.link();
        phone = meeting.phone();
    }

    /** Moves; what speaks against the new time is shown first and asked about once. */
    public String move() {
        String[] chosen = reach.split(":");
        Reach far = Reach.valueOf(chosen[0]);
        LocalDateTime to = date.atTime(time);
        cautions = moves.cautions(meeting.id(), far, to);
        String now = cautions.isEmpty() ? "" : String.valueOf(cautions.hashCode());
        if (!now.equals(seen)) {
            seen = now;
            return null;
        }
        moves.move(meeting.id(), far, to, Integer.parseInt(chosen[1]));
        return shown();
    }

    /** Says anew how long, how and where this one meeting is. */
    public String change() {
        moves.change(meeting.id(), minutes, mode, new Where(place, "", "home".equals(mode) ? place : "", link, phone));
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

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public LocalTime getTime() {
        return time;
    }

    public void setTime(LocalTime time) {
        this.time = time;
    }

    public String getReach() {
        return reach;
    }

    public void setReach(String reach) {
        this.reach = reach == null || !reach.matches("(ONE|FOLLOWING|ALL):\\d{1,4}") ? value(counts.get(0)) : reach;
    }

    public List<Caution> getCautions() {
        return cautions;
    }

    public String getSeen() {
        return seen;
    }

    public void setSeen(String seen) {
        this.seen = seen == null ? "" : seen;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
    }

    public String getMode() {
        return mode;
    }

    public void setMode(String mode) {
        this.mode = mode;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }
}
