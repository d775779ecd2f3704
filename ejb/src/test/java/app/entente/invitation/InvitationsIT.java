package app.entente.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.file.Files;
import app.entente.identity.Accounts;
import app.entente.identity.DirectoryRefused;
import app.entente.identity.DirectoryUnavailable;
import app.entente.identity.OutboxWork;
import app.entente.identity.Seats;
import app.entente.kernel.NotFound;
import app.entente.person.PersonDetails;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import app.entente.testing.TestClock;
import app.entente.testing.TestProvider;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Invitations on the real database, with the outbox and an identity provider that can be away. */
class InvitationsIT {

    private static TestProvider provider;
    private static UUID maude;
    private static UUID camille;

    @BeforeAll
    static void a_provider_and_two_practices() throws Exception {
        provider = TestProvider.shared();
        Features.demo();
        maude = UUID.fromString(one("select id from workspace where slug = 'maude-lavigne'"));
        camille = UUID.fromString(one("select id from workspace where slug = 'camille-aubry'"));
    }

    @AfterEach
    void everything_as_before() {
        provider.refuse(0);
        TestClock.reset();
    }

    @Test
    void rule_1_the_mail_goes_out_in_the_register_of_the_relation_and_names_no_profession() throws Exception {
        UUID vous = person("vous", true);
        UUID tu = person("tu", true);
        invite(vous);
        invite(tu);
        assertThat(mail(vous)).contains("Maude Lavigne vous invite").doesNotContainIgnoringCase("travail");
        assertThat(mail(tu)).contains("Maude Lavigne t’invite");
    }

    @Test
    void rule_1_an_address_that_is_not_safe_is_never_written_to() throws Exception {
        UUID person = person("vous", false);
        assertThatThrownBy(() -> invite(person)).hasMessage("invitation.no_safe_address");
        assertThat(one("select count(*) from invitation where person_id = '" + person + "'")).isEqualTo("0");
    }

    @Test
    void rule_2_only_the_digest_of_the_link_is_kept_and_a_newer_link_ends_the_one_before() throws Exception {
        UUID person = person("vous", true);
        invite(person);
        String first = token(person);
        practitioner().run(() -> invitations().sendAgain(person));
        String second = token(person);
        assertThat(second).isNotEqualTo(first);
        assertThat(confirm(first, "1990-02-03")).isFalse();
        assertThat(confirm(second, "1990-02-03")).isTrue();
        assertThat(one("select string_agg(encode(token_hash, 'escape'), ' ') from invitation where person_id = '" + person + "'"))
            .doesNotContain(first, second);
    }

    @Test
    void rule_3_the_agreed_word_is_asked_and_survives_a_second_sending() throws Exception {
        UUID person = person("vous", true);
        practitioner().run(() -> invitations().invite(person, SecondFact.WORD, "L’hirondelle"));
        practitioner().run(() -> invitations().sendAgain(person));
        String token = token(person);
        assertThat(visitor(maude).call(() -> invitations().door(token)).factKind()).isEqualTo(SecondFact.WORD);
        assertThat(confirm(token, "lhirondelle")).isTrue();
    }

    @Test
    void rule_4_wrong_answers_count_even_when_they_come_at_the_same_moment() throws Exception {
        UUID person = person("vous", true);
        invite(person);
        String token = token(person);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> guesses = java.util.stream.IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> confirm(token, "1990-01-0" + (i + 1))).toList();
            for (Future<Boolean> guess : threads.invokeAll(guesses)) {
                assertThat(guess.get()).isFalse();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(state(person)).isEqualTo(InvitationState.EXHAUSTED);
        assertThat(one("select attempts from invitation where person_id = '" + person + "'")).isEqualTo("5");
        assertThat(confirm(token, "1990-02-03")).isFalse();
    }

    @Test
    void rule_4_after_two_weeks_the_link_is_dead_and_the_practitioner_sees_it() throws Exception {
        UUID person = person("vous", true);
        invite(person);
        String token = token(person);
        TestClock.advance(Duration.ofDays(14));
        assertThat(state(person)).isEqualTo(InvitationState.EXPIRED);
        assertThat(confirm(token, "1990-02-03")).isFalse();
    }

    @Test
    void rule_5_a_link_of_another_workspace_is_like_one_that_nobody_has() throws Exception {
        UUID person = person("tu", true);
        invite(person);
        String token = token(person);
        assertThat(visitor(camille).call(() -> invitations().door(token))).isEqualTo(visitor(camille).call(() -> invitations().door("unknown")));
        assertThat(visitor(camille).call(() -> invitations().confirm(token, "1990-02-03"))).isFalse();
        assertThat(one("select attempts from invitation where person_id = '" + person + "'")).isEqualTo("0");
    }

    @Test
    void rule_6_while_the_provider_is_away_the_command_waits_and_then_opens_the_portal() throws Exception {
        UUID person = person("vous", true);
        invite(person);
        assertThat(confirm(token(person), "1990-02-03")).isTrue();
        assertThat(state(person)).isEqualTo(InvitationState.CONFIRMED);

        provider.refuse(503);
        assertThatThrownBy(() -> carryOut(person)).isInstanceOf(DirectoryUnavailable.class);
        fail(person, "away", false);
        assertThat(state(person)).isEqualTo(InvitationState.DELAYED);
        assertThat(account(person)).isNull();

        provider.refuse(0);
        TestClock.advance(Duration.ofMinutes(1));
        carryOut(person);
        assertThat(state(person)).isEqualTo(InvitationState.ACCEPTED);
        String subject = "s-" + email(person);
        assertThat(account(person)).isEqualTo(InWorkspace.platform().call(() -> Features.get(Accounts.class).find(subject)));

        carryOut(person);
        assertThat(provider.asked).anyMatch(line -> line.startsWith("PUT") && line.contains(subject) && line.contains("/c/maude-lavigne/"));
    }

    @Test
    void rule_6_somebody_with_an_account_is_written_to_by_us() throws Exception {
        UUID person = person("vous", true);
        provider.knows(email(person));
        invite(person);
        confirm(token(person), "1990-02-03");
        carryOut(person);
        assertThat(state(person)).isEqualTo(InvitationState.ACCEPTED);
        assertThat(one("select subject from mail where recipient = '" + email(person) + "' and dedup_key like 'invitation-open:%'"))
            .isEqualTo("Votre espace est ouvert");
        assertThat(one("select count(*) from outbox_command c join invitation i on i.id = c.subject_id where i.person_id = '" + person
            + "' and c.kind = 'invitation.password'")).isEqualTo("0");
    }

    @Test
    void rule_7_an_account_that_is_somebody_else_here_is_not_given_a_second_portal() throws Exception {
        UUID first = person("vous", true);
        invite(first);
        confirm(token(first), "1990-02-03");
        carryOut(first);
        UUID second = person("vous", true, email(first));
        invite(second);
        confirm(token(second), "1990-02-03");
        assertThatThrownBy(() -> carryOut(second)).isInstanceOf(DirectoryRefused.class);
        fail(second, "refused", true);
        assertThat(state(second)).isEqualTo(InvitationState.STUCK);
        assertThat(account(second)).isNull();
        assertThat(account(first)).isNotNull();
    }

    @Test
    void an_access_that_is_taken_back_is_gone_at_once_and_can_be_given_again() throws Exception {
        UUID person = person("vous", true);
        invite(person);
        confirm(token(person), "1990-02-03");
        carryOut(person);
        assertThatThrownBy(() -> invite(person)).hasMessage("invitation.has_portal");
        practitioner().run(() -> invitations().revoke(person));
        assertThat(account(person)).isNull();
        assertThat(state(person)).isEqualTo(InvitationState.REVOKED);
        invite(person);
        confirm(token(person), "1990-02-03");
        carryOut(person);
        assertThat(account(person)).isNotNull();
    }

    @Test
    void an_invitation_revoked_while_the_account_waits_opens_nothing() throws Exception {
        UUID person = person("vous", true);
        invite(person);
        confirm(token(person), "1990-02-03");
        practitioner().run(() -> invitations().revoke(person));
        carryOut(person);
        String email = email(person);
        assertThat(account(person)).isNull();
        assertThat(provider.asked).noneMatch(line -> line.contains(email));
    }

    @Test
    void somebody_who_was_never_invited_cannot_be_written_to_again() throws Exception {
        UUID person = person("vous", true);
        assertThatThrownBy(() -> practitioner().run(() -> invitations().sendAgain(person))).isInstanceOf(NotFound.class);
        assertThat(state(person)).isEqualTo(InvitationState.NONE);
    }

    private static UUID person(String form, boolean safe) throws Exception {
        return person(form, safe, "p" + UUID.randomUUID() + "@demo.example");
    }

    private static UUID person(String form, boolean safe, String email) throws Exception {
        PersonDetails details = new PersonDetails();
        details.setGivenName("Léa");
        details.setFamilyName("Roy");
        details.setBirthDate(LocalDate.of(1990, 2, 3));
        details.setEmail(email);
        details.setMailSafe(safe);
        details.setAddressForm(form);
        return practitioner().call(() -> {
            Files files = Features.get(Files.class);
            return files.client(files.open(details, "")).getId();
        });
    }

    private static void invite(UUID person) throws Exception {
        practitioner().run(() -> invitations().invite(person, SecondFact.BIRTH_DATE, null));
    }

    private static boolean confirm(String token, String answer) throws Exception {
        return visitor(maude).call(() -> invitations().confirm(token, answer));
    }

    /** The next waiting command of a person's latest invitation, as the timer does it. */
    private static void carryOut(UUID person) throws Exception {
        UUID command = command(person);
        visitor(maude).run(() -> Features.get(OutboxWork.class).carryOut(command));
    }

    private static void fail(UUID person, String error, boolean park) throws Exception {
        UUID command = command(person);
        visitor(maude).run(() -> Features.get(OutboxWork.class).failed(command, error, park));
    }

    private static UUID command(UUID person) throws Exception {
        return UUID.fromString(one("select c.id from outbox_command c join invitation i on i.id = c.subject_id where i.person_id = '" + person
            + "' and c.status = 'waiting' order by c.id desc limit 1"));
    }

    private static InvitationState state(UUID person) throws Exception {
        return practitioner().call(() -> invitations().state(person)).state();
    }

    private static UUID account(UUID person) throws Exception {
        return visitor(maude).call(() -> Features.get(Seats.class).accountOf(person));
    }

    private static String email(UUID person) throws Exception {
        return one("select email from person where id = '" + person + "'");
    }

    private static String mail(UUID person) throws Exception {
        return one("select m.body from mail m join invitation i on m.dedup_key = 'invitation:' || i.id where i.person_id = '" + person
            + "' order by i.id desc limit 1");
    }

    private static String token(UUID person) throws Exception {
        return mail(person).replaceAll("(?s).*invitation\\?t=(\\S+).*", "$1");
    }

    private static Invitations invitations() {
        return Features.get(Invitations.class);
    }

    private static InWorkspace practitioner() {
        return InWorkspace.practitioner(maude);
    }

    private static InWorkspace visitor(UUID workspace) {
        return InWorkspace.nobody(workspace);
    }

    private static String one(String sql) throws Exception {
        try (Connection connection = RealDatabase.get().connect(As.SUPERUSER)) {
            return RealDatabase.rows(connection, sql).get(0).get(0);
        }
    }
}
