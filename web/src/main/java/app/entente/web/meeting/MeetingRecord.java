package app.entente.web.meeting;

import app.entente.file.ClientFile;
import app.entente.file.FileRow;
import app.entente.file.Files;
import app.entente.kernel.Ids;
import app.entente.kernel.NotFound;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.Meetings;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** A new meeting of a file: booked, or written down because it has taken place. The client and the service are in the address. */
@Named
@RequestScoped
public class MeetingRecord {

    @Inject
    private Meetings meetings;
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
    private boolean held;

    @PostConstruct
    void load() {
        String id = request.getParameter("file");
        if (id == null || id.isBlank()) {
            choices = files.page("");
            return;
        }
        file = files.find(Ids.parse(id));
        client = files.client(file.getId()).getName();
        services = practices.services();
        List<MeetingRow> before = meetings.ofFile(file.getId());
        service = chosen(before);
        minutes = service.getUsualMinutes();
        mode = before.stream().map(MeetingRow::mode).filter(service.getModes()::contains).findFirst().orElse(service.getModes().get(0));
        held = "yes".equals(request.getParameter("held"));
        date = LocalDate.now(clock.withZone(here.getZone()));
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

    /** Books the meeting, or writes it down as held. */
    public String save() {
        LocalDateTime local = date.atTime(time);
        UUID id = held
            ? meetings.recordHeld(file.getId(), service.getId(), local, minutes, mode, place)
            : meetings.book(file.getId(), service.getId(), local, minutes, mode, place);
        return "/meeting/show?faces-redirect=true&id=" + id;
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
