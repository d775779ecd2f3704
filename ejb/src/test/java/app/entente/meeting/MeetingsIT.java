package app.entente.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.file.FileRow;
import app.entente.file.Files;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.person.PersonDetails;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.TestClock;
import app.entente.workspace.Workspaces;
import jakarta.ejb.EJBAccessException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Meetings in the real database: booked, settled, listed, and shown to the client they are with. */
class MeetingsIT {

    private static InWorkspace camille;
    private static List<UUID> files;
    private static Service session;
    private static Service atHome;

    @BeforeAll
    static void the_peer_practice_of_the_demo() throws Exception {
        Features.demo();
        UUID tenant = InWorkspace.platform().call(() -> Features.get(Workspaces.class).find("camille-aubry").getId());
        camille = InWorkspace.practitioner(tenant);
        files = camille.call(() -> Features.get(Files.class).page("")).stream().map(FileRow::id).toList();
        List<Service> services = camille.call(() -> Features.get(Practices.class).services());
        session = services.stream().filter(service -> service.getCode().equals("session")).findFirst().orElseThrow();
        atHome = services.stream().filter(service -> service.getCode().equals("home_session")).findFirst().orElseThrow();
    }

    @Test
    void forty_six_minutes_are_refused_for_the_peer_practice() {
        refused("service.too_long", () -> book(files.get(0), session, now().plusDays(3), 46, "video"));
    }

    @Test
    void a_home_visit_is_refused_for_a_person_of_paris() throws Exception {
        PersonDetails paris = new PersonDetails();
        paris.setGivenName("Louise");
        paris.setFamilyName("Paris");
        paris.setPostalCode("75011");
        UUID file = camille.call(() -> Features.get(Files.class).open(paris, ""));
        refused("service.not_served", () -> book(file, atHome, now().plusDays(3), 45, "home"));
    }

    @Test
    void a_meeting_is_booked_to_come_and_written_down_when_past() throws Exception {
        refused("meeting.over", () -> book(files.get(0), session, now().minusHours(2), 45, "video"));
        refused("meeting.not_yet", () -> camille.call(
            () -> Features.get(Meetings.class).recordHeld(files.get(0), session.getId(), now().plusHours(1), 45, "video", "")));
        UUID held = camille.call(() -> Features.get(Meetings.class).recordHeld(files.get(0), session.getId(), now().minusHours(5), 40, "phone", "  "));
        MeetingRow row = camille.call(() -> Features.get(Meetings.class).row(held));
        assertThat(row.held()).isTrue();
        assertThat(row.minutes()).isEqualTo(40);
        assertThat(row.service("fr")).isEqualTo("Séance d’accompagnement");
        assertThat(row.startsAt()).isEqualTo(now().minusHours(5).atZone(ZoneId.of("Europe/Paris")).toInstant());
        assertThat(camille.call(() -> Features.get(Meetings.class).agenda())).extracting(MeetingRow::id).contains(held);
    }

    @Test
    void what_became_of_a_meeting_is_said_once() throws Exception {
        UUID meeting = book(files.get(0), session, now().minusMinutes(5), 45, "video");
        camille.run(() -> Features.get(Meetings.class).hold(meeting));
        refused("meeting.settled", () -> camille.call(() -> {
            Features.get(Meetings.class).miss(meeting);
            return null;
        }));
        assertThat(camille.call(() -> Features.get(Meetings.class).find(meeting)).getStatus()).isEqualTo(Meeting.HELD);
    }

    @Test
    void a_client_sees_the_next_of_their_own_meetings_and_no_cancelled_one() throws Exception {
        PersonDetails newcomer = new PersonDetails();
        newcomer.setGivenName("Inès");
        newcomer.setFamilyName("Exemple");
        UUID file = camille.call(() -> Features.get(Files.class).open(newcomer, ""));
        UUID person = camille.call(() -> Features.get(Files.class).client(file).getId());
        InWorkspace client = InWorkspace.client(camille.tenant(), person);
        UUID sooner = book(file, session, now().plusDays(1), 45, "video");
        UUID later = book(file, session, now().plusDays(2), 45, "video");
        assertThat(client.call(() -> Features.get(Meetings.class).myNext()).id()).isEqualTo(sooner);
        camille.run(() -> Features.get(Meetings.class).cancel(sooner, true));
        assertThat(client.call(() -> Features.get(Meetings.class).myNext()).id()).isEqualTo(later);
        InWorkspace stranger = InWorkspace.client(camille.tenant(), UUID.randomUUID());
        assertThat(stranger.call(() -> Features.get(Meetings.class).myNext())).isNull();
        assertThatThrownBy(() -> client.call(() -> Features.get(Meetings.class).agenda())).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void a_meeting_of_another_workspace_is_not_found() throws Exception {
        UUID meeting = book(files.get(0), session, now().plusDays(4), 45, "video");
        InWorkspace elsewhere = InWorkspace.practitioner(RealDatabase.get().newWorkspace("FR"));
        assertThatThrownBy(() -> elsewhere.call(() -> Features.get(Meetings.class).row(meeting))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> elsewhere.call(() -> Features.get(Meetings.class).find(meeting))).isInstanceOf(NotFound.class);
    }

    private static UUID book(UUID file, Service service, LocalDateTime local, int minutes, String mode) throws Exception {
        return camille.call(() -> Features.get(Meetings.class).book(file, service.getId(), local, minutes, mode, ""));
    }

    private static LocalDateTime now() {
        return LocalDateTime.ofInstant(TestClock.now(), ZoneId.of("Europe/Paris")).truncatedTo(ChronoUnit.MINUTES);
    }

    private static void refused(String code, Callable<?> call) {
        assertThatThrownBy(call::call).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
