package app.entente.web.meeting;

import app.entente.file.ClientFile;
import app.entente.file.FileRow;
import app.entente.file.Files;
import app.entente.kernel.Ids;
import app.entente.kernel.NotFound;
import app.entente.meeting.Booking;
import app.entente.meeting.Bookings;
import app.entente.meeting.Caution;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.Meetings;
import app.entente.meeting.Repeat;
import app.entente.meeting.Where;
import app.entente.person.Person;
import app.entente.person.PersonDetails;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A new meeting of a file: booked, or written down because it has taken place. The client and the service are in the address. */
@Named
@RequestScoped
public class MeetingRecord {

    @Inject
    private Meetings meetings;
    @Inject
    private Bookings bookings;
    @Inject
    private Practices practices;
    @Inject
    private Files files;
    @Inject
    private Here here;
    @Inject
    private Clock clock;
    @Inject
    private HttpServletRequest request;
    private ClientFile file;
    private String client;
    private List<FileRow> choices;
    private List<Service> services;
    private Service service;
    private LocalDate date;
    private LocalTime time;
    private int minutes;
    private String mode;
    private String place;
    private String postalCode;
    private String city;
    private String link;
    private String phone;
    private boolean held;
    private List<Person> people;
    private List<UUID> attendees = new ArrayList<>();
    private int weeks;
    private List<String> days = new ArrayList<>();
    private Integer count;
    private LocalDate until;
    private List<Caution> cautions = List.of();
    private String seen = "";

    @PostConstruct
    void load() {
        String id = request.getParameter("file");
        if (id == null || id.isBlank()) {
            choices = files.page(request.getParameter("q"));
            return;
        }
        file = files.find(Ids.parse(id));
        Person person = files.client(file.getId());
        client = person.getName();
        people = meetings.people(file.getId());
        attendees.add(person.getId());
        services = practices.services();
        List<MeetingRow> before = meetings.ofFile(file.getId());
        service = chosen(before);
        minutes = service.getUsualMinutes();
        mode = before.stream().map(MeetingRow::mode).filter(service.getModes()::contains).findFirst().orElse(service.getModes().get(0));
        link = before.stream().map(MeetingRow::link).filter(known -> !known.isEmpty()).findFirst().orElse("");
        held = "yes".equals(request.getParameter("held"));
        date = LocalDate.now(clock.withZone(here.getZone()));
        at(request.getParameter("on"), request.getParameter("at"));
        known(person.getDetails());
    }

    private void at(String day, String hour) {
        try {
            date = day == null || day.isBlank() ? date : LocalDate.parse(day);
            time = hour == null || hour.isBlank() ? time : LocalTime.parse(hour);
        } catch (DateTimeException e) {
            // An address somebody has typed: the form asks.
            time = null;
        }
    }

    /** What the file knows of the person, to be corrected for this once. */
    private void known(PersonDetails person) {
        if (!held) {
            phone = person.isPhoneSafe() ? person.getPhone() : "";
            if (service.getModes().contains("home")) {
                postalCode = person.getPostalCode();
                city = person.getCity();
                place = "home".equals(mode) ? person.getStreet() : "";
            }
        }
    }

    /** The service named in the address; else that of the file's last meeting but for a first contact; else the first one with a price. */
    private Service chosen(List<MeetingRow> before) {
        String named = request.getParameter("service");
        if (named != null && !named.isBlank()) {
            UUID id = Ids.parse(named);
            return services.stream().filter(offered -> offered.getId().equals(id)).findFirst().orElseThrow(NotFound::new);
        }
        return before.stream().filter(row -> row.priceMinor() > 0).findFirst()
            .flatMap(row -> services.stream().filter(offered -> offered.getId().equals(row.serviceId())).findFirst())
            .or(() -> services.stream().filter(offered -> offered.getPrice().minor() > 0).findFirst())
            .orElseThrow(NotFound::new);
    }

    /** Books the meeting, or writes it down as held. What speaks against it is shown first and asked about once. */
    public String save() {
        LocalDateTime local = date.atTime(time);
        if (held) {
            return shown(meetings.recordHeld(file.getId(), service.getId(), local, minutes, mode, place));
        }
        Repeat repeat = weeks == 0 ? null : Repeat.weekly(weeks, days.stream().map(DayOfWeek::valueOf).toList(), count, until, local);
        Booking booking = new Booking(file.getId(), service.getId(), local, minutes, mode, new Where(place, postalCode, city, link, phone), attendees, repeat);
        cautions = bookings.cautions(booking);
        String now = cautions.isEmpty() ? "" : String.valueOf(cautions.hashCode());
        if (!now.equals(seen)) {
            seen = now;
            return null;
        }
        return shown(bookings.book(booking, !cautions.isEmpty()));
    }

    private static String shown(UUID id) {
        return "/meeting/show?faces-redirect=true&id=" + id;
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

    /** People of the file who may be expected. */
    public List<Person> getPeople() {
        return people;
    }

    public List<UUID> getAttendees() {
        return attendees;
    }

    public void setAttendees(List<UUID> attendees) {
        this.attendees = attendees;
    }

    /** 0 for a single meeting, else weeks between two. */
    public int getWeeks() {
        return weeks;
    }

    public void setWeeks(int weeks) {
        this.weeks = weeks;
    }

    /** The days of the week, to choose more of. */
    public List<DayOfWeek> getWeekdays() {
        return List.of(DayOfWeek.values());
    }

    /** A day of the week in words. */
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, here.getLocale());
    }

    public List<String> getDays() {
        return days;
    }

    public void setDays(List<String> days) {
        this.days = days;
    }

    public Integer getCount() {
        return count;
    }

    public void setCount(Integer count) {
        this.count = count;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(String postalCode) {
        this.postalCode = postalCode;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
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

    /** What the address says of day and hour, to be kept on the way through this page. */
    public String getWhen() {
        String day = request.getParameter("on");
        String hour = request.getParameter("at");
        return (day == null || !day.matches("[0-9-]{10}") ? "" : "&on=" + day) + (hour == null || !hour.matches("[0-9:]{5}") ? "" : "&at=" + hour);
    }

    /** The file; null while none is chosen. */
    public ClientFile getFile() {
        return file;
    }

    public String getClient() {
        return client;
    }

    /** Files to choose from when the address names none. */
    public List<FileRow> getChoices() {
        return choices;
    }

    public List<Service> getServices() {
        return services;
    }

    public Service getService() {
        return service;
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

    /** Whether it has taken place. */
    public boolean isHeld() {
        return held;
    }
}
