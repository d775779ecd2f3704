package app.entente.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.identity.Command;
import app.entente.identity.DirectoryUnavailable;
import app.entente.identity.Outbox;
import app.entente.identity.Seats;
import app.entente.kernel.NotFound;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.TestClock;
import app.entente.testing.TestProvider;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The people of a workspace on the real database, with the outbox and an identity provider that can be away. */
class MembersIT {

    private static TestProvider provider;
    private Team team;

    @BeforeAll
    static void a_provider() {
        provider = TestProvider.shared();
    }

    @BeforeEach
    void a_workspace() {
        team = Team.of(provider);
    }

    @AfterEach
    void everything_as_before() {
        provider.refuse(0);
        TestClock.reset();
    }

    @Test
    void rule_1_only_an_opening_invites_an_owner_and_only_a_practitioner_the_others() throws Exception {
        String email = Team.address();
        assertThatThrownBy(() -> team.practitioner().run(() -> Team.members().invite(email, "A", "owner", "fr"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> InWorkspace.nobody(team.workspace).run(() -> Team.members().invite(email, "A", "assistant", "fr"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> InWorkspace.assistant(team.workspace).run(() -> Team.members().invite(email, "A", "assistant", "fr")))
            .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> InWorkspace.assistant(team.workspace).run(() -> Team.members().invite(email, "A", "owner", "fr"))).isInstanceOf(NotFound.class);
    }

    @Test
    void rule_1_an_opening_that_is_repeated_invites_once() throws Exception {
        String email = Team.address();
        Callable<UUID> opening = () -> Team.members().invite(email, "Odile", "owner", "fr");
        UUID first = InWorkspace.nobody(team.workspace).call(opening);
        assertThat(InWorkspace.nobody(team.workspace).call(opening)).isEqualTo(first);
        team.carryOut(first);
        team.joins(first, email);
        assertThat(InWorkspace.nobody(team.workspace).call(opening)).isEqualTo(first);
        assertThat(Team.mails(email)).isEqualTo(1);
    }

    @Test
    void rule_2_a_known_and_an_unknown_address_get_the_same_answer_and_the_same_mail() throws Exception {
        String fresh = Team.address();
        String known = Team.address();
        provider.knows(known);
        for (String email : List.of(fresh, known)) {
            UUID invitation = team.invites(email, "assistant");
            assertThat(team.row(email).state()).isEqualTo(MemberState.PREPARING);
            team.carryOut(invitation);
            assertThat(team.row(email).state()).isEqualTo(MemberState.SENT);
        }
        assertThat(plain(fresh)).isEqualTo(plain(known)).contains("vous invite à travailler");
    }

    @Test
    void rule_2_an_account_that_was_there_is_left_as_it_is_until_its_owner_has_agreed() throws Exception {
        String known = Team.address();
        provider.knows(known);
        UUID invitation = team.invites(known, "assistant");
        team.carryOut(invitation);
        assertThat(provider.rolesOf(known)).isEmpty();
        assertThat(provider.asked).noneMatch(line -> line.startsWith("PUT") && line.contains(known));
    }

    @Test
    void rule_3_the_mail_leaves_once_and_another_sending_kills_the_link_before() throws Exception {
        String email = Team.address();
        UUID invitation = team.invites(email, "supervisor");
        team.carryOut(invitation);
        String first = team.token(email);
        assertThat(door(first).open()).isTrue();
        team.carryOut(invitation);
        assertThat(Team.mails(email)).isEqualTo(1);
        team.practitioner().run(() -> Team.members().sendAgain(invitation));
        assertThat(door(first).open()).isFalse();
        team.carryOut(invitation);
        assertThat(Team.mails(email)).isEqualTo(2);
        assertThat(door(team.token(email)).role()).isEqualTo("supervisor");
        assertThat(door(first).open()).isFalse();
        assertThat(provider.made(email)).isEqualTo(1);
    }

    @Test
    void rule_3_after_two_weeks_nothing_can_be_accepted() throws Exception {
        String email = Team.address();
        UUID invitation = team.invites(email, "assistant");
        team.carryOut(invitation);
        UUID account = team.account(email);
        TestClock.advance(Duration.ofDays(14));
        assertThat(door(team.token(email)).open()).isFalse();
        assertThat(team.row(email).state()).isEqualTo(MemberState.EXPIRED);
        assertThatThrownBy(() -> team.accepts(invitation, email, account)).isInstanceOf(NotFound.class);
    }

    @Test
    void rule_3_what_was_taken_back_or_declined_cannot_be_accepted() throws Exception {
        String email = Team.address();
        UUID account = team.account(email);
        UUID revoked = team.invites(email, "assistant");
        team.carryOut(revoked);
        team.practitioner().run(() -> Team.members().revoke(revoked));
        assertThatThrownBy(() -> team.accepts(revoked, email, account)).isInstanceOf(NotFound.class);
        UUID declined = team.invites(email, "assistant");
        team.carryOut(declined);
        team.person(email, account).run(() -> Features.get(Joinings.class).decline(declined));
        assertThatThrownBy(() -> team.accepts(declined, email, account)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> team.practitioner().run(() -> Team.members().revoke(declined))).hasMessage("member.over");
    }

    @Test
    void rule_4_only_the_invited_account_with_the_invited_address_is_asked_and_can_accept() throws Exception {
        String email = Team.address();
        String other = Team.address();
        UUID invitation = team.invites(email, "assistant");
        team.carryOut(invitation);
        UUID stranger = team.account(other);
        assertThat(team.person(other, stranger).call(() -> Features.get(Joinings.class).mine())).isEmpty();
        assertThatThrownBy(() -> team.accepts(invitation, other, stranger)).isInstanceOf(NotFound.class);
        UUID invited = team.account(email);
        assertThat(team.person(email, invited).call(() -> Features.get(Joinings.class).mine())).extracting(Joining::id).containsExactly(invitation);
        team.joins(invitation, email);
        assertThat(seat(invited)).isEqualTo("assistant");
        assertThat(team.person(email, invited).call(() -> Features.get(Joinings.class).mine())).isEmpty();
        assertThatThrownBy(() -> team.accepts(invitation, email, invited)).isInstanceOf(NotFound.class);
    }

    @Test
    void rule_5_a_new_account_has_the_role_that_forces_the_second_factor_before_anybody_accepts() throws Exception {
        String email = Team.address();
        UUID invitation = team.invites(email, "supervisor");
        team.carryOut(invitation);
        assertThat(provider.rolesOf(email)).containsExactly("assistant");
        assertThat(provider.asked).anyMatch(line -> line.startsWith("POST") && line.contains(email) && line.contains("[\"UPDATE_PASSWORD\",\"CONFIGURE_TOTP\"]"));
        assertThat(team.accepts(invitation, email, team.account(email))).isTrue();
        assertThat(seat(team.account(email))).isEqualTo("supervisor");
    }

    @Test
    void rule_5_a_known_account_sits_down_only_after_the_role_was_granted_and_is_signed_out_when_it_owns_no_second_factor() throws Exception {
        String email = Team.address();
        provider.knows(email);
        UUID account = team.account(email);
        UUID invitation = team.invites(email, "assistant");
        team.carryOut(invitation);
        assertThat(team.accepts(invitation, email, account)).isFalse();
        assertThat(seat(account)).isNull();
        assertThat(team.row(email).state()).isEqualTo(MemberState.JOINING);
        provider.refuse(503);
        assertThatThrownBy(() -> team.carryOut(invitation)).isInstanceOf(DirectoryUnavailable.class);
        team.fail(invitation, false);
        assertThat(team.row(email).state()).isEqualTo(MemberState.DELAYED);
        assertThat(seat(account)).isNull();
        provider.refuse(0);
        TestClock.advance(Duration.ofMinutes(1));
        team.carryOut(invitation);
        assertThat(seat(account)).isEqualTo("assistant");
        assertThat(provider.rolesOf(email)).containsExactly("assistant");
        assertThat(loggedOut(email)).isEqualTo(1);
    }

    @Test
    void rule_5_somebody_who_owns_a_second_factor_stays_signed_in() throws Exception {
        String email = Team.address();
        provider.knows(email);
        provider.ownsFactor(email);
        team.seats(email, "assistant");
        assertThat(loggedOut(email)).isZero();
    }

    @Test
    void rule_6_a_role_that_changes_is_another_membership() throws Exception {
        String email = Team.address();
        UUID account = team.seats(email, "assistant");
        UUID before = team.row(email).id();
        team.practitioner().run(() -> Team.members().changeRole(before, "supervisor"));
        assertThat(seat(account)).isEqualTo("supervisor");
        assertThat(team.row(email).id()).isNotEqualTo(before);
        assertThat(team.row(email).name()).isEqualTo("Alex Aide");
        assertThatThrownBy(() -> team.practitioner().run(() -> Team.members().changeRole(before, "assistant"))).isInstanceOf(NotFound.class);
    }

    @Test
    void rule_6_nobody_is_made_an_owner_and_no_owner_something_else() throws Exception {
        String owner = Team.address();
        String assistant = Team.address();
        team.owner(owner);
        team.seats(assistant, "assistant");
        UUID ownersSeat = team.row(owner).id();
        UUID assistantsSeat = team.row(assistant).id();
        assertThatThrownBy(() -> team.practitioner().run(() -> Team.members().changeRole(ownersSeat, "assistant"))).hasMessage("member.owner_stays");
        assertThatThrownBy(() -> team.practitioner().run(() -> Team.members().changeRole(assistantsSeat, "owner"))).hasMessage("member.owner_stays");
    }

    @Test
    void rule_7_who_is_removed_has_no_seat_at_once_and_no_session_soon() throws Exception {
        String email = Team.address();
        UUID account = team.seats(email, "assistant");
        UUID membership = team.row(email).id();
        team.practitioner().run(() -> Team.members().remove(membership));
        assertThat(seat(account)).isNull();
        assertThat(team.row(email)).isNull();
        long before = loggedOut(email);
        team.carryOut(membership);
        assertThat(loggedOut(email)).isEqualTo(before + 1);
    }

    @Test
    void rule_7_the_last_owner_stays_even_when_two_remove_each_other_at_the_same_moment() throws Exception {
        String one = Team.address();
        String other = Team.address();
        team.owner(one);
        UUID only = team.row(one).id();
        assertThatThrownBy(() -> team.practitioner().run(() -> Team.members().remove(only))).hasMessage("member.last_owner");
        team.owner(other);
        List<UUID> both = List.of(only, team.row(other).id());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        int refused = 0;
        try {
            for (Future<Object> removal : threads.invokeAll(both.stream().<Callable<Object>>map(id -> () -> team.practitioner().call(() -> {
                Team.members().remove(id);
                return null;
            })).toList())) {
                try {
                    removal.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e).hasRootCauseMessage("member.last_owner");
                    refused++;
                }
            }
        } finally {
            threads.shutdown();
        }
        assertThat(refused).isEqualTo(1);
        assertThat(Team.one("select count(*) from membership where until is null and role = 'owner' and tenant_id = '" + team.workspace + "'")).isEqualTo("1");
    }

    @Test
    void a_suspension_ends_the_sessions_of_everybody_who_works_there_and_no_membership() throws Exception {
        String owner = Team.address();
        String assistant = Team.address();
        team.owner(owner);
        UUID account = team.seats(assistant, "assistant");
        InWorkspace.nobody(team.workspace).run(() -> Features.get(Outbox.class).ask(new Command("workspace.sign_out", team.workspace)));
        team.carryOut(team.workspace);
        team.carryOut(team.row(owner).id());
        team.carryOut(team.row(assistant).id());
        assertThat(loggedOut(owner)).isEqualTo(1);
        assertThat(loggedOut(assistant)).isEqualTo(1);
        assertThat(seat(account)).isEqualTo("assistant");
    }

    @Test
    void an_address_that_is_none_a_missing_name_and_a_second_invitation_are_refused() throws Exception {
        String email = Team.address();
        assertThatThrownBy(() -> team.invites("not an address", "assistant")).hasMessage("member.email_wrong");
        assertThatThrownBy(() -> team.practitioner().run(() -> Team.members().invite(email, " ", "assistant", "fr"))).hasMessage("member.name_missing");
        team.invites(email.toUpperCase(java.util.Locale.ROOT), "assistant");
        assertThatThrownBy(() -> team.invites(email, "supervisor")).hasMessage("member.already_invited");
        String here = Team.address();
        team.seats(here, "assistant");
        assertThatThrownBy(() -> team.invites(here, "supervisor")).hasMessage("member.already_here");
    }

    @Test
    void what_the_provider_will_not_do_is_parked_and_can_be_asked_once_more() throws Exception {
        String email = Team.address();
        UUID invitation = team.invites(email, "assistant");
        team.fail(invitation, true);
        assertThat(team.row(email).state()).isEqualTo(MemberState.PARKED);
        team.practitioner().run(() -> Team.members().retry(invitation));
        team.carryOut(invitation);
        assertThat(team.row(email).state()).isEqualTo(MemberState.SENT);
    }

    private JoiningDoor door(String token) throws Exception {
        return InWorkspace.nobody(team.workspace).call(() -> Team.members().door(token));
    }

    private String seat(UUID account) throws Exception {
        return InWorkspace.nobody(team.workspace).call(() -> Features.get(Seats.class).roleOf(account));
    }

    private static long loggedOut(String email) {
        return provider.asked.stream().filter(line -> line.startsWith("POST") && line.contains("/s-" + email + "/logout")).count();
    }

    private static String plain(String email) throws Exception {
        return Team.one("select subject || ' ' || body from mail where recipient = '" + email + "'").replaceAll("joining\\?t=\\S+", "LINK");
    }
}
