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
import app.entente.meeting.NextMeeting;
import app.entente.meeting.NextMeetings;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A new meeting of a file: booked, or written down because it has taken place. The client and the service are in the address. */
@Named
@RequestScoped
public class MeetingRecord extends MeetingForm {

    @Inject
    private Meetings meetings;
    @Inject
    private Bookings bookings;
    @Inject
    private NextMeetings nextMeetings;
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
    private String postalCode;
    private String city;
    private NextMeeting proposal;
    private boolean held;
    private List<Person> people;
    private List<UUID> attendees = new ArrayList<>();
    private RepeatForm repeat;

    @PostConstruct
    void load() {
        String id = request.getParameter("file");
        if (id == null || id.isBlank()) {
            choices = files.page(request.getParameter("q"));
            return;
        }
        repeat = new RepeatForm(here.getLocale());
        file = files.find(Ids.parse(id));
        Person person = files.client(file.getId());
        client = person.getName();
        people = meetings.people(file.getId());
        attendees.add(person.getId());
        services = practices.services();
        List<MeetingRow> before = meetings.ofFile(file.getId());
        service = chosen(before);
        setMinutes(service.getUsualMinutes());
        setMode(before.stream().map(MeetingRow::mode).filter(service.getModes()::contains).findFirst().orElse(service.getModes().get(0)));
        setLink(before.stream().map(MeetingRow::link).filter(known -> !known.isEmpty()).findFirst().orElse(""));
        held = "yes".equals(request.getParameter("held"));
        setDate(LocalDate.now(clock.withZone(here.getZone())));
        at(request.getParameter("on"), request.getParameter("at"));
        known(person.getDetails());
        if (!held && getWhen().isEmpty() && "GET".equals(request.getMethod())) {
            propose(before);
        }
    }

    private void at(String day, String hour) {
        try {
            setDate(day == null || day.isBlank() ? getDate() : LocalDate.parse(day));
            setTime(hour == null || hour.isBlank() ? getTime() : LocalTime.parse(hour));
        } catch (DateTimeException e) {
            // An address somebody has typed: the form asks.
            setTime(null);
        }
    }

    /** What the file knows of the person, to be corrected for this once. */
    private void known(PersonDetails person) {
        if (!held) {
            setPhone(person.isPhoneSafe() ? person.getPhone() : "");
            if (service.getModes().contains("home")) {
                postalCode = person.getPostalCode();
                city = person.getCity();
                setPlace("home".equals(getMode()) ? person.getStreet() : "");
            }
        }
    }

    /** The next one by the person's rhythm, with what is known already to speak against it: saving is then one press. */
    private void propose(List<MeetingRow> before) {
        proposal = before.isEmpty() ? null : nextMeetings.propose(file.getId(), service.getId());
        if (proposal == null) {
            return;
        }
        setMinutes(proposal.minutes());
        setMode(proposal.mode());
        if (proposal.mode().equals(proposal.last().getMode())) {
            setPlace("home".equals(getMode()) ? getPlace() : proposal.last().getPlace());
            setPhone(getPhone() == null || getPhone().isEmpty() ? proposal.last().getPhone() : getPhone());
        }
        people.stream().map(Person::getId).filter(proposal.attendees()::contains).filter(one -> !attendees.contains(one)).forEach(attendees::add);
        if (proposal.local() != null) {
            at(proposal.local());
            List<Caution> known = new ArrayList<>(proposal.cautions());
            Caution.unlinked(getMode(), getLink(), proposal.local().atZone(here.getZone()).toInstant()).ifPresent(caution -> known.add(0, caution));
            tells(known);
        }
    }

    /** The service named in the address; else that of the file's last meeting but for a first contact; else the first one, with a price if there is one. */
    private Service chosen(List<MeetingRow> before) {
        String named = request.getParameter("service");
        if (named != null && !named.isBlank()) {
            UUID id = Ids.parse(named);
            return services.stream().filter(offered -> offered.getId().equals(id)).findFirst().orElseThrow(NotFound::new);
        }
        List<Service> usual = services.stream().filter(offered -> !"first_contact".equals(offered.getKind())).toList();
        return before.stream().flatMap(row -> usual.stream().filter(offered -> offered.getId().equals(row.serviceId()))).findFirst()
            .or(() -> usual.stream().filter(offered -> offered.getPrice().minor() > 0).findFirst())
            .or(() -> usual.stream().findFirst()).or(() -> services.stream().findFirst()).orElseThrow(NotFound::new);
    }

    /** Books the meeting, or writes it down as held. What speaks against it is shown first and asked about once. */
    public String save() {
        if (held) {
            return shown(meetings.recordHeld(file.getId(), service.getId(), local(), getMinutes(), getMode(), getPlace()));
        }
        Booking booking = new Booking(file.getId(), service.getId(), local(), getMinutes(), getMode(),
            new Where(getPlace(), postalCode, city, getLink(), getPhone()), attendees, repeat.from(local()));
        if (tells(bookings.cautions(booking))) {
            return null;
        }
        return shown(bookings.book(booking, !getCautions().isEmpty()));
    }

    private static String shown(UUID id) {
        return "/meeting/show?faces-redirect=true&id=" + id;
    }

    /** The next one by the person's rhythm, as it stands in the form; null when none is proposed. */
    public NextMeeting getProposal() {
        return proposal;
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

    /** Whether and how it repeats. */
    public RepeatForm getRepeat() {
        return repeat;
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

    /** Whether it has taken place. */
    public boolean isHeld() {
        return held;
    }
}
