package app.entente.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.kernel.Bilingual;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Money;
import app.entente.practice.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a meeting refuses, and the instant behind a local time. */
class MeetingTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
    private static final LocalDateTime LOCAL = LocalDateTime.of(2026, 11, 20, 17, 0);
    private static final Instant START = Instant.parse("2026-11-20T16:00:00Z");
    private static final Service SESSION = service(List.of("video", "phone"), List.of());
    private static final Service AT_HOME = service(List.of("home"), List.of("77000", "77300"));

    @Test
    void forty_five_minutes_are_allowed_and_forty_six_are_refused_with_both_figures() {
        assertThat(meeting(SESSION, 45, "video", null).getMinutes()).isEqualTo(45);
        refused("service.too_long", () -> meeting(SESSION, 46, "video", null));
        assertThatThrownBy(() -> meeting(SESSION, 46, "video", null))
            .isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.arguments()).containsExactly(45, 46));
    }

    @Test
    void no_time_at_all_is_refused() {
        refused("meeting.too_short", () -> meeting(SESSION, 0, "video", null));
    }

    @Test
    void a_way_the_service_does_not_offer_is_refused() {
        refused("service.not_this_mode", () -> meeting(SESSION, 45, "office", null));
    }

    @Test
    void a_home_visit_is_allowed_in_the_area_and_refused_in_paris_and_without_an_address() {
        assertThat(meeting(AT_HOME, 45, "home", "77300").getMode()).isEqualTo("home");
        refused("service.not_served", () -> meeting(AT_HOME, 45, "home", "75011"));
        refused("service.not_served", () -> meeting(AT_HOME, 45, "home", null));
    }

    @Test
    void it_is_held_or_missed_once_it_has_begun_and_not_a_moment_before() {
        Meeting meeting = meeting(SESSION, 45, "video", null);
        refused("meeting.not_yet", () -> meeting.hold(START.minusSeconds(1)));
        refused("meeting.not_yet", () -> meeting.miss(START.minusSeconds(1)));
        assertThat(meeting.getStatus()).isEqualTo(Meeting.BOOKED);
        meeting.hold(START);
        assertThat(meeting.isHeld()).isTrue();
    }

    @Test
    void nothing_leads_back_from_any_outcome() {
        List<java.util.function.Consumer<Meeting>> outcomes = List.of(m -> m.hold(START), m -> m.miss(START), m -> m.cancel(true, START),
            m -> m.cancel(false, START));
        for (var first : outcomes) {
            Meeting meeting = meeting(SESSION, 45, "video", null);
            first.accept(meeting);
            String settled = meeting.getStatus();
            for (var second : outcomes) {
                refused("meeting.settled", () -> second.accept(meeting));
            }
            assertThat(meeting.getStatus()).isEqualTo(settled).isNotEqualTo(Meeting.BOOKED);
        }
    }

    @Test
    void a_cancelled_meeting_says_who_cancelled() {
        Meeting byClient = meeting(SESSION, 45, "video", null);
        byClient.cancel(true, START.minus(Duration.ofDays(1)));
        Meeting byPractitioner = meeting(SESSION, 45, "video", null);
        byPractitioner.cancel(false, START.minus(Duration.ofDays(1)));
        assertThat(byClient.getStatus()).isEqualTo("cancelled_by_client");
        assertThat(byPractitioner.getStatus()).isEqualTo("cancelled_by_practitioner");
    }

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource({
        // The last and first ordinary days around each change of 2026 and 2027.
        "2026-03-07T14:00, America/Toronto, 2026-03-07T19:00:00Z",
        "2026-03-08T14:00, America/Toronto, 2026-03-08T18:00:00Z",
        "2026-10-31T14:00, America/Toronto, 2026-10-31T18:00:00Z",
        "2026-11-01T14:00, America/Toronto, 2026-11-01T19:00:00Z",
        "2027-03-13T14:00, America/Toronto, 2027-03-13T19:00:00Z",
        "2027-03-14T14:00, America/Toronto, 2027-03-14T18:00:00Z",
        "2027-11-06T14:00, America/Toronto, 2027-11-06T18:00:00Z",
        "2027-11-07T14:00, America/Toronto, 2027-11-07T19:00:00Z",
        "2026-03-28T17:00, Europe/Paris, 2026-03-28T16:00:00Z",
        "2026-03-29T17:00, Europe/Paris, 2026-03-29T15:00:00Z",
        "2026-10-24T17:00, Europe/Paris, 2026-10-24T15:00:00Z",
        "2026-10-25T17:00, Europe/Paris, 2026-10-25T16:00:00Z",
        "2027-03-27T17:00, Europe/Paris, 2027-03-27T16:00:00Z",
        "2027-03-28T17:00, Europe/Paris, 2027-03-28T15:00:00Z",
        "2027-10-30T17:00, Europe/Paris, 2027-10-30T15:00:00Z",
        "2027-10-31T17:00, Europe/Paris, 2027-10-31T16:00:00Z",
        // Skipped by the change: the same distance after it. Repeated by it: the first of the two.
        "2027-03-14T02:30, America/Toronto, 2027-03-14T07:30:00Z",
        "2026-11-01T01:30, America/Toronto, 2026-11-01T05:30:00Z",
        "2027-03-28T02:30, Europe/Paris, 2027-03-28T01:30:00Z",
        "2026-10-25T02:30, Europe/Paris, 2026-10-25T00:30:00Z"})
    void a_local_time_keeps_its_hour_across_clock_changes(LocalDateTime local, ZoneId zone, Instant instant) {
        assertThat(Meeting.instant(local, zone)).isEqualTo(instant);
    }

    @Test
    void the_day_is_that_of_the_zone_and_not_of_utc() {
        Meeting evening = new Meeting(UUID.randomUUID(), SESSION, LocalDateTime.of(2026, 11, 20, 21, 0), MONTREAL, 45, "phone", "", null, START);
        assertThat(evening.getStartsAt()).isEqualTo(Instant.parse("2026-11-21T02:00:00Z"));
        assertThat(evening.getDay()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    private static Meeting meeting(Service service, int minutes, String mode, String postalCode) {
        return new Meeting(UUID.randomUUID(), service, LOCAL, PARIS, minutes, mode, "", postalCode, START.minus(Duration.ofDays(7)));
    }

    private static Service service(List<String> modes, List<String> areas) {
        return new Service("session", "accompaniment", new Bilingual("Séance", "Session"), new Bilingual("", ""), modes, areas, 45, 45,
            new Money(4500, "EUR"), "franchise", 1);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
