package app.entente.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.file.Files;
import app.entente.kernel.NotFound;
import app.entente.person.PersonDetails;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.TestClock;
import app.entente.workspace.Workspaces;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The next meeting that is proposed, in the calendar of the peer practice: what is in its way, and what it takes over from the last one. */
class NextMeetingsIT {

    private static final LocalTime HOUR = LocalTime.of(10, 0);
    private static int weeks = 30;

    private InWorkspace camille;
    private Service session;
    private Service visit;
    private UUID file;
    private LocalDate day;

    @BeforeEach
    void a_file_and_a_tuesday_of_which_nobody_else_knows() throws Exception {
        Features.demo();
        UUID tenant = InWorkspace.platform().call(() -> Features.get(Workspaces.class).find("camille-aubry").getId());
        camille = InWorkspace.practitioner(tenant);
        List<Service> services = camille.call(() -> Features.get(Practices.class).services());
        session = services.stream().filter(service -> service.getCode().equals("session")).findFirst().orElseThrow();
        visit = services.stream().filter(service -> service.getCode().equals("home_session")).findFirst().orElseThrow();
        file = file("Inès");
        weeks += 20;
        day = LocalDate.ofInstant(TestClock.now(), ZoneId.of("Europe/Paris")).plusWeeks(weeks).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
    }

    @Test
    void it_takes_over_length_mode_place_and_people_of_the_last_one() throws Exception {
        UUID client = camille.call(() -> Features.get(Files.class).client(file)).getId();
        book(file, session, day, 30, new Where("", "", "", "", "01 99 00 12 34"), "phone");
        NextMeeting next = propose(session);
        assertThat(next.local()).isEqualTo(day.plusWeeks(1).atTime(HOUR));
        assertThat(next.minutes()).isEqualTo(30);
        assertThat(next.mode()).isEqualTo("phone");
        assertThat(next.last().getPhone()).isEqualTo("01 99 00 12 34");
        assertThat(next.attendees()).containsExactly(client);
        assertThat(next.passed()).isNull();
        assertThat(next.cautions()).isEmpty();
    }

    @Test
    void it_passes_over_a_time_that_is_taken_and_a_day_that_is_closed() throws Exception {
        book(file, session, day, 45, Where.at("", ""), "video");
        book(file("Sol"), session, day.plusWeeks(1), 45, Where.at("", ""), "video");
        close(day.plusWeeks(2));
        NextMeeting next = propose(session);
        assertThat(next.local()).isEqualTo(day.plusWeeks(3).atTime(HOUR));
        assertThat(next.passed().what()).isEqualTo(Caution.What.OVERLAP);
    }

    @Test
    void it_leaves_time_for_the_road() throws Exception {
        book(file, visit, day, 45, new Where("1, rue de l’Exemple", "77000", "Melun", "", ""), "home");
        book(file("Sol"), session, day.plusWeeks(1), LocalTime.of(10, 50), 30, Where.at("", ""), "video");
        NextMeeting next = propose(visit);
        assertThat(next.passed().what()).isEqualTo(Caution.What.ROAD);
        assertThat(next.local()).isEqualTo(day.plusWeeks(2).atTime(HOUR));
    }

    @Test
    void nobody_is_proposed_an_hour_that_stays_taken() throws Exception {
        book(file, session, day, 45, Where.at("", ""), "video");
        UUID other = file("Sol");
        for (int week = 1; week <= Rhythm.LOOKED_AT; week++) {
            book(other, session, day.plusWeeks(week), 45, Where.at("", ""), "video");
        }
        NextMeeting next = propose(session);
        assertThat(next.local()).isNull();
        assertThat(next.minutes()).isEqualTo(45);
    }

    @Test
    void who_always_comes_outside_the_hours_is_proposed_them_and_it_is_said() throws Exception {
        book(file, session, day, LocalTime.of(3, 0), 45, Where.at("", ""), "video");
        NextMeeting next = propose(session);
        assertThat(next.local()).isEqualTo(day.plusWeeks(1).atTime(3, 0));
        assertThat(next.cautions()).extracting(Caution::what).containsExactly(Caution.What.CLOSED);
    }

    @Test
    void a_cancelled_one_is_none_of_the_rhythm_and_leaves_its_time_free() throws Exception {
        book(file, session, day, 45, Where.at("", ""), "video");
        UUID cancelled = book(file, session, day.plusWeeks(1), 45, Where.at("", ""), "video");
        camille.run(() -> Features.get(Meetings.class).cancel(cancelled, true));
        assertThat(propose(session).local()).isEqualTo(day.plusWeeks(1).atTime(HOUR));
    }

    @Test
    void a_service_that_was_never_given_goes_by_the_rhythm_of_the_others_at_its_own_length() throws Exception {
        book(file, session, day, 30, Where.at("", ""), "video");
        NextMeeting next = propose(visit);
        assertThat(next.local()).isEqualTo(day.plusWeeks(1).atTime(HOUR));
        assertThat(next.mode()).isEqualTo("home");
        assertThat(next.minutes()).isEqualTo(visit.getUsualMinutes());
    }

    @Test
    void a_file_without_meetings_is_proposed_none_and_one_that_is_not_there_is_not_found() throws Exception {
        assertThat(propose(session)).isNull();
        assertThatThrownBy(() -> camille.call(() -> Features.get(NextMeetings.class).propose(UUID.randomUUID(), session.getId()))).isInstanceOf(NotFound.class);
    }

    private NextMeeting propose(Service service) throws Exception {
        return camille.call(() -> Features.get(NextMeetings.class).propose(file, service.getId()));
    }

    private UUID file(String name) throws Exception {
        PersonDetails person = new PersonDetails();
        person.setGivenName(name);
        person.setFamilyName("Rythme");
        return camille.call(() -> Features.get(Files.class).open(person, ""));
    }

    private void close(LocalDate closed) throws Exception {
        camille.run(() -> Features.get(OpeningTimes.class).except(closed, List.of(OpeningHours.once(closed, null, null))));
    }

    private UUID book(UUID of, Service service, LocalDate on, int minutes, Where where, String mode) throws Exception {
        return book(of, service, on, HOUR, minutes, where, mode);
    }

    private UUID book(UUID of, Service service, LocalDate on, LocalTime at, int minutes, Where where, String mode) throws Exception {
        return camille.call(() -> Features.get(Bookings.class).book(new Booking(of, service.getId(), on.atTime(at), minutes, mode, where, List.of(), null), true));
    }
}
