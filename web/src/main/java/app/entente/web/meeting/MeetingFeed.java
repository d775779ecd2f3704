package app.entente.web.meeting;

import app.entente.meeting.CalendarFeed;
import app.entente.meeting.CalendarFeeds;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The practitioner's private calendar address. It is shown once, when it is made. */
@Named
@RequestScoped
public class MeetingFeed {

    private static final String SHOWN = "entente.feed";

    @Inject
    private CalendarFeeds feeds;
    private CalendarFeed feed;
    private String titles = CalendarFeed.REFERENCE;

    @PostConstruct
    void load() {
        feed = feeds.mine();
        titles = feed == null ? CalendarFeed.REFERENCE : feed.getTitles();
    }

    /** Makes an address; one there was works no more. */
    public String renew() {
        flash().put(SHOWN, feeds.renew(titles));
        return again();
    }

    /** Ends the address. */
    public String revoke() {
        feeds.revoke();
        return again();
    }

    private static String again() {
        return "/meeting/feed?faces-redirect=true";
    }

    private static Flash flash() {
        return FacesContext.getCurrentInstance().getExternalContext().getFlash();
    }

    /** The feed there is; null when there is none. */
    public CalendarFeed getFeed() {
        return feed;
    }

    /** The address just made; null afterwards. */
    public String getAddress() {
        return (String) flash().get(SHOWN);
    }

    public String getTitles() {
        return titles;
    }

    public void setTitles(String titles) {
        this.titles = titles;
    }
}
