package app.entente.web.meeting;

import app.entente.meeting.Caution;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** What a form of a meeting asks: when, how long, how and where. What speaks against it is shown first and asked about once. */
public abstract class MeetingForm {

    private LocalDate date;
    private LocalTime time;
    private int minutes;
    private String mode;
    private String place;
    private String link;
    private String phone;
    private List<Caution> cautions = List.of();
    private String seen = "";

    /** Whether there is something to be told that has not been shown yet; it is shown from now on. */
    boolean tells(List<Caution> found) {
        cautions = found;
        String before = seen;
        seen = found.isEmpty() ? "" : Integer.toHexString(found.toString().hashCode());
        return !found.isEmpty() && !seen.equals(before);
    }

    LocalDateTime local() {
        return date.atTime(time);
    }

    void at(LocalDateTime local) {
        date = local.toLocalDate();
        time = local.toLocalTime();
    }

    /** What speaks against the time asked for; empty until that was asked. */
    public List<Caution> getCautions() {
        return cautions;
    }

    /** Which cautions have been shown already. */
    public String getSeen() {
        return seen;
    }

    public void setSeen(String seen) {
        this.seen = seen == null ? "" : seen;
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
