package app.entente.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.file.Files;
import app.entente.identity.Seats;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.person.PersonDetails;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import app.entente.testing.TestClock;
import app.entente.workspace.Workspaces;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What leaves the application about a meeting: mails with their calendar objects, reminders, private feeds; discreet each of them. */
class MeetingMailsIT {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** Words of services and professions that must not stand on a locked screen. */
    private static final String TELLING = "(?is).*(séance|accompagnement|domicile|pair|aidan|social|soutien|psych|melun|aubry).*";
    private static InWorkspace camille;
    private static Service session;

    @BeforeAll
    static void the_peer_practice_of_the_demo() throws Exception {
        Features.demo();
        UUID tenant = InWorkspace.platform().call(() -> Features.get(Workspaces.class).find("camille-aubry").getId());
        camille = owner(tenant);
        session = camille.call(() -> Features.get(Practices.class).services()).stream().filter(s -> s.getCode().equals("session")).findFirst().orElseThrow();
    }

    @AfterEach
    void the_clock_is_right() {
        TestClock.reset();
    }

    @Test
    void booking_moving_and_cancelling_write_discreet_mails_with_one_identifier_and_a_growing_sequence() throws Exception {
        String address = "m" + UUID.randomUUID() + "@demo.example";
        UUID file = file(address, true);
        UUID meeting = book(file, now().plusDays(3), null);
        camille.run(() -> Features.get(Moves.class).move(meeting, Reach.ONE, now().plusDays(4), 1));
        camille.run(() -> Features.get(Moves.class).cancel(meeting, Reach.ONE, false, "Grippe", 1));
        List<List<String>> mails = mails(address);
        assertThat(mails).extracting(mail -> mail.get(0)).containsExactly("Un rendez-vous est noté", "Un rendez-vous a changé", "Un rendez-vous est annulé");
        assertThat(mails).allSatisfy(mail -> assertThat(mail.get(0) + mail.get(1)).doesNotMatch(TELLING).doesNotContain("Grippe"));
        for (int i = 0; i < 3; i++) {
            String text = mails.get(i).get(2);
            assertThat(text).doesNotMatch(TELLING).doesNotContain("Grippe");
            var calendar = CalendarObjectTest.read(text);
            var event = calendar.getComponents().get(0);
            assertThat(CalendarObjectTest.value(calendar, "METHOD")).isEqualTo(i == 2 ? "CANCEL" : "PUBLISH");
            assertThat(CalendarObjectTest.value(event, "UID")).startsWith(meeting.toString());
            assertThat(CalendarObjectTest.value(event, "SEQUENCE")).isEqualTo(String.valueOf(i));
        }
    }

    @Test
    void a_series_is_one_mail_with_all_its_meetings() throws Exception {
        String address = "m" + UUID.randomUUID() + "@demo.example";
        LocalDateTime first = now().plusDays(5);
        book(file(address, true), first, Repeat.weekly(1, Set.of(), 14, null, first));
        List<List<String>> mails = mails(address);
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).get(1)).contains("et 2 autres");
        assertThat(CalendarObjectTest.read(mails.get(0).get(2)).getComponents()).hasSize(14);
    }

    @Test
    void nobody_writes_where_it_is_not_safe() throws Exception {
        String address = "m" + UUID.randomUUID() + "@demo.example";
        book(file(address, false), now().plusDays(3), null);
        assertThat(mails(address)).isEmpty();
    }

    @Test
    void a_reminder_comes_the_day_before_once_and_not_to_who_wants_none() throws Exception {
        String address = "m" + UUID.randomUUID() + "@demo.example";
        UUID meeting = book(file(address, true), now().plusDays(3), null);
        remind(meeting);
        assertThat(reminders(address)).isZero();
        TestClock.advance(Duration.ofHours(49));
        remind(meeting);
        remind(meeting);
        assertThat(reminders(address)).isEqualTo(1);
        TestClock.reset();

        String silent = "m" + UUID.randomUUID() + "@demo.example";
        UUID file = file(silent, true);
        UUID person = camille.call(() -> Features.get(Files.class).client(file).getId());
        InWorkspace.client(camille.tenant(), person).run(() -> Features.get(MyMeetings.class).wish(0, false));
        UUID other = book(file, now().plusDays(3), null);
        TestClock.advance(Duration.ofHours(71));
        remind(other);
        assertThat(reminders(silent)).isZero();
    }

    @Test
    void who_has_just_been_told_needs_no_reminder() throws Exception {
        String address = "m" + UUID.randomUUID() + "@demo.example";
        UUID meeting = book(file(address, true), now().plusHours(5), null);
        remind(meeting);
        assertThat(reminders(address)).isZero();
    }

    @Test
    void plain_words_are_the_persons_own_choice() throws Exception {
        String address = "m" + UUID.randomUUID() + "@demo.example";
        UUID file = file(address, true);
        UUID person = camille.call(() -> Features.get(Files.class).client(file).getId());
        InWorkspace client = InWorkspace.client(camille.tenant(), person);
        UUID meeting = book(file, now().plusDays(3), null);
        assertThat(client.call(() -> Features.get(MyMeetings.class).calendar(meeting))).doesNotMatch(TELLING);
        client.run(() -> Features.get(MyMeetings.class).wish(24, true));
        assertThat(client.call(() -> Features.get(MyMeetings.class).calendar(meeting))).contains("Séance d’accompagnement");
    }

    @Test
    void a_client_cancels_or_asks_and_sees_only_their_own() throws Exception {
        UUID file = file("m" + UUID.randomUUID() + "@demo.example", true);
        UUID person = camille.call(() -> Features.get(Files.class).client(file).getId());
        InWorkspace client = InWorkspace.client(camille.tenant(), person);
        UUID meeting = book(file, now().plusDays(3), null);
        client.run(() -> Features.get(MyMeetings.class).ask(meeting, "  Plutôt jeudi  "));
        assertThat(camille.call(() -> Features.get(Meetings.class).row(meeting)).asked()).isEqualTo("Plutôt jeudi");
        camille.run(() -> Features.get(Moves.class).move(meeting, Reach.ONE, now().plusDays(4), 1));
        assertThat(camille.call(() -> Features.get(Meetings.class).row(meeting)).asked()).isEmpty();
        client.run(() -> Features.get(MyMeetings.class).cancel(meeting, "Empêchement"));
        MeetingRow row = camille.call(() -> Features.get(Meetings.class).row(meeting));
        assertThat(row.status()).isEqualTo(Meeting.CANCELLED_BY_CLIENT);
        assertThat(row.late()).isFalse();
        assertThat(client.call(() -> Features.get(MyMeetings.class).upcoming())).isEmpty();
        assertThat(client.call(() -> Features.get(MyMeetings.class).past())).extracting(MeetingRow::id).containsExactly(meeting);
        InWorkspace stranger = InWorkspace.client(camille.tenant(), UUID.randomUUID());
        assertThatThrownBy(() -> stranger.call(() -> Features.get(MyMeetings.class).row(meeting))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> client.run(() -> Features.get(MyMeetings.class).cancel(meeting, "")))
            .isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo("meeting.settled"));
    }

    @Test
    void a_feed_opens_by_its_secret_alone_until_it_is_renewed_or_revoked() throws Exception {
        book(file("m" + UUID.randomUUID() + "@demo.example", true), now().plusDays(6), null);
        String first = secret(camille.call(() -> Features.get(CalendarFeeds.class).renew(CalendarFeed.REFERENCE)));
        assertThat(first).hasSizeGreaterThanOrEqualTo(43);
        String text = read(first);
        assertThat(text).contains("BEGIN:VEVENT").doesNotMatch("(?is).*(Inès|Tremblay|Morel|Perrin|séance|accompagnement|Melun).*");
        assertThat(CalendarObjectTest.read(text).getComponents()).isNotEmpty();
        String second = secret(camille.call(() -> Features.get(CalendarFeeds.class).renew(CalendarFeed.INITIALS)));
        assertThatThrownBy(() -> read(first)).isInstanceOf(NotFound.class);
        assertThat(read(second)).contains("I.E.");
        camille.run(() -> Features.get(CalendarFeeds.class).revoke());
        assertThatThrownBy(() -> read(second)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> read("x".repeat(43))).isInstanceOf(NotFound.class);
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            assertThat(RealDatabase.rows(superuser, "select digest from calendar_feed").toString()).doesNotContain(first).doesNotContain(second);
        }
    }

    @Test
    void a_feed_shows_nothing_of_another_workspace() throws Exception {
        UUID maude = InWorkspace.platform().call(() -> Features.get(Workspaces.class).find("maude-lavigne").getId());
        String theirs = read(secret(owner(maude).call(() -> Features.get(CalendarFeeds.class).renew(CalendarFeed.REFERENCE))));
        String mine = read(secret(camille.call(() -> Features.get(CalendarFeeds.class).renew(CalendarFeed.REFERENCE))));
        assertThat(ids(theirs)).isNotEmpty().doesNotContainAnyElementsOf(ids(mine));
    }

    @Test
    void a_feed_ends_with_the_portal_and_while_the_workspace_is_suspended() throws Exception {
        UUID file = file("m" + UUID.randomUUID() + "@demo.example", true);
        UUID person = camille.call(() -> Features.get(Files.class).client(file).getId());
        book(file, now().plusDays(2), null);
        camille.run(() -> Features.get(Seats.class).openPortal(person, anotherAccount(), null));
        InWorkspace client = InWorkspace.client(camille.tenant(), person);
        String secret = secret(client.call(() -> Features.get(CalendarFeeds.class).renew(null)));
        assertThat(CalendarObjectTest.read(read(secret)).getComponents()).hasSize(1);
        assertThat(read(secret)).doesNotMatch(TELLING);
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); var statement = superuser.createStatement()) {
            statement.execute("update workspace set status = 'suspended' where id = '" + camille.tenant() + "'");
            try {
                assertThatThrownBy(() -> read(secret)).isInstanceOf(NotFound.class);
            } finally {
                statement.execute("update workspace set status = 'open' where id = '" + camille.tenant() + "'");
            }
        }
        camille.run(() -> Features.get(Seats.class).closePortal(person));
        assertThatThrownBy(() -> read(secret)).isInstanceOf(NotFound.class);
    }

    private static UUID anotherAccount() throws Exception {
        return InWorkspace.platform().call(() -> Features.get(app.entente.identity.Accounts.class).ensure(UUID.randomUUID().toString(),
            "a" + UUID.randomUUID() + "@demo.example", "fr"));
    }

    private static List<String> ids(String text) throws Exception {
        return CalendarObjectTest.read(text).getComponents().stream().map(event -> CalendarObjectTest.value(event, "UID")).toList();
    }

    private static String read(String secret) throws Exception {
        return InWorkspace.platform().call(() -> Features.get(FeedDoor.class).read(secret));
    }

    private static String secret(String address) {
        return address.replaceFirst(".*/feed/", "").replace(".ics", "");
    }

    private static void remind(UUID meeting) throws Exception {
        camille.run(() -> Features.get(ReminderWork.class).remind(meeting));
    }

    private static InWorkspace owner(UUID tenant) throws Exception {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            UUID account = UUID.fromString(RealDatabase.rows(superuser, "select account_id from membership where role = 'owner' and tenant_id = '" + tenant + "'")
                .get(0).get(0));
            InWorkspace one = InWorkspace.practitioner(tenant);
            return new InWorkspace(tenant, one.roles(), one.login(), account, null);
        }
    }

    private static UUID book(UUID file, LocalDateTime when, Repeat repeat) throws Exception {
        return camille.call(() -> Features.get(Bookings.class).book(new Booking(file, session.getId(), when, 45, "video",
            new Where("", "", "", "https://visio.example/abc", ""), List.of(), repeat), true));
    }

    private static UUID file(String address, boolean safe) throws Exception {
        PersonDetails details = new PersonDetails();
        details.setGivenName("Inès");
        details.setFamilyName("Exemple");
        details.setEmail(address);
        details.setMailSafe(safe);
        return camille.call(() -> Features.get(Files.class).open(details, ""));
    }

    private static LocalDateTime now() {
        return LocalDateTime.ofInstant(TestClock.now(), PARIS).truncatedTo(ChronoUnit.MINUTES);
    }

    private static List<List<String>> mails(String address) throws Exception {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            return RealDatabase.rows(superuser, "select subject, body, calendar from mail where recipient = '" + address
                + "' and dedup_key not like 'meeting.reminder%' order by created_at, id");
        }
    }

    private static int reminders(String address) throws Exception {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            return RealDatabase.rows(superuser, "select id from mail where recipient = '" + address + "' and dedup_key like 'meeting.reminder%'").size();
        }
    }
}
