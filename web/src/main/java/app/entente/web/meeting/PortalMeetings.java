package app.entente.web.meeting;

import app.entente.meeting.CalendarFeed;
import app.entente.meeting.CalendarFeeds;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.MeetingWish;
import app.entente.meeting.MyMeetings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A client's meetings, how they wish to hear of them, and their private calendar address. */
@Named
@RequestScoped
public class PortalMeetings {

    private static final String SHOWN = "entente.feed";

    @Inject
    private MyMeetings meetings;
    @Inject
    private CalendarFeeds feeds;
    private List<MeetingRow> upcoming;
    private List<MeetingRow> past;
    private CalendarFeed feed;
    private int hours;
    private boolean plain;

    @PostConstruct
    void load() {
        upcoming = meetings.upcoming();
        past = meetings.past();
        feed = feeds.mine();
        MeetingWish wish = meetings.wish();
        hours = wish.getReminderHours();
        plain = wish.isPlain();
    }

    /** Keeps how they wish to hear. */
    public String save() {
        meetings.wish(hours, plain);
        return again();
    }

    /** Makes a calendar address; one there was works no more. */
    public String renew() {
        flash().put(SHOWN, feeds.renew(null));
        return again();
    }

    /** Ends the calendar address. */
    public String revoke() {
        feeds.revoke();
        return again();
    }

    private static String again() {
        return "/portal/meetings?faces-redirect=true";
    }

    private static Flash flash() {
        return FacesContext.getCurrentInstance().getExternalContext().getFlash();
    }

    public List<MeetingRow> getUpcoming() {
        return upcoming;
    }

    public List<MeetingRow> getPast() {
        return past;
    }

    /** Hours before a meeting that can be chosen. */
    public List<Integer> getChoices() {
        return MeetingWish.HOURS;
    }

    public int getHours() {
        return hours;
    }

    public void setHours(int hours) {
        this.hours = hours;
    }

    public boolean isPlain() {
        return plain;
    }

    public void setPlain(boolean plain) {
        this.plain = plain;
    }

    /** The address there is; null when there is none. */
    public CalendarFeed getFeed() {
        return feed;
    }

    /** The address just made; null afterwards. */
    public String getAddress() {
        return (String) flash().get(SHOWN);
    }
}
